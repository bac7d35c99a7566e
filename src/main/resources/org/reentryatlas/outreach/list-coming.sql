-- What everybody may come to, area by area, the next first: published, not called off, and not over on the day.
select area, v.body ->> 'title' as title, cast(v.starts_at at time zone :zone as timestamp) as starts,
       cast(v.ends_at at time zone :zone as timestamp) as ends, coalesce(v.body -> 'rally' ->> 'name', '') as place
from outreach.plan p
join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
cross join lateral unnest(v.areas) as area
where p.kind in ('clean_up', 'gathering')
  and p.cancelled_at is null
  and v.ends_at > :since
  and v.starts_at < :until
order by v.starts_at, p.id
