-- Tours by beat: as they were written last, or as they are published.
select area,
       count(*) filter (where p.cancelled_at is null) as planned,
       count(*) filter (where p.cancelled_at is null and p.published_version is not null) as published,
       count(*) filter (where p.cancelled_at is null and p.published_version is not null and v.ends_at <= :now) as done,
       count(*) filter (where p.cancelled_at is not null) as cancelled
from outreach.plan p
join outreach.plan_version v
  on v.plan_id = p.id
 and v.version = case when :drafts then p.version else p.published_version end
cross join lateral unnest(v.areas) as area
where p.kind = 'tour'
  and v.starts_at >= :since
  and v.starts_at < :until
  and (cardinality(:areas::text[]) = 0 or area = any (:areas::text[]))
group by area
order by area
