-- A plan as it was written last, and whether others see that.
select p.id, p.kind, p.version, p.published_version, p.sequence, p.cancelled_at, p.cancel_reason, p.changed_at,
       v.version as shown_version, v.body, v.findings, v.starts_at, v.ends_at, v.areas,
       a.name as author,
       array(select c.agency from outreach.consent c where c.plan_id = v.plan_id and c.version = v.version order by c.agency)
           as consents
from outreach.plan p
join outreach.plan_version v on v.plan_id = p.id and v.version = coalesce(:version, p.version)
join identity.account a on a.id = v.account_id
where p.id = :id
