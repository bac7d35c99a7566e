-- A tour as it is published.
select cast(v.starts_at at time zone :zone as date) as day, v.ends_at <= :now as is_over, v.areas
from outreach.plan p
join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
where p.id = :id
  and p.kind = 'tour'
  and p.cancelled_at is null
