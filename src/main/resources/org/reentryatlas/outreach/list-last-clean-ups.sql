-- The day of the last clean-up of each area that had one: published, over and not called off.
select area, max(cast(v.ends_at at time zone :zone as date)) as day
from outreach.plan p
join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
cross join lateral unnest(v.areas) as area
where p.kind = 'clean_up'
  and p.cancelled_at is null
  and v.ends_at <= :now
group by area
