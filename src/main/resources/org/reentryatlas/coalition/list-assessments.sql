-- Assessments as they were written last, or as they are final; one of them if it is named, and an earlier version if that is named.
select a.id, a.version, a.final_version, v.version as shown_version, v.body, v.made_at, w.name as author
from coalition.assessment a
join coalition.assessment_version v
  on v.assessment_id = a.id
 and v.version = case when :final then a.final_version else coalesce(:version, a.version) end
join identity.account w on w.id = v.account_id
where :id::uuid is null or a.id = :id
order by v.body ->> 'day', a.final_at, a.id
