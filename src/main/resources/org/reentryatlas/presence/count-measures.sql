-- What was done by area and month, and in all areas together, where what was in two of them counts once. Of a plan, what is published counts.
with shown as materialized (
    select p.kind, v.areas, v.ends_at <= :now as is_over,
           to_char(v.starts_at at time zone :zone, 'YYYY-MM') as month,
           extract(epoch from v.ends_at - v.starts_at) / 3600 as hours,
           r.body as result
    from outreach.plan p
    join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
    left join outreach.result r on r.plan_id = p.id
    where v.starts_at >= :since
      and v.starts_at < :until
      and p.cancelled_at is null
), placed as (
    select s.*, area
    from shown s
    cross join lateral unnest(s.areas) as area
    union all
    select s.*, null
    from shown s
)
select area, month,
       count(*) filter (where is_over and kind in ('clean_up', 'gathering')) as events,
       count(*) filter (where is_over and kind = 'clean_up') as clean_ups,
       coalesce(sum((result ->> 'volunteers')::integer) filter (where is_over), 0) as volunteers,
       coalesce(sum((result ->> 'hours')::integer) filter (where is_over), 0) as volunteer_hours,
       coalesce(sum((result ->> 'bags')::integer) filter (where is_over), 0) as bags,
       coalesce(sum((result ->> 'handedOut')::integer) filter (where is_over), 0) as handed_out,
       count(*) filter (where kind = 'tour') as tours_planned,
       count(*) filter (where is_over and kind = 'tour') as tours_done,
       count(*) filter (where is_over and kind = 'patrol') as patrols_done,
       coalesce(sum(hours) filter (where is_over and kind = 'patrol'), 0) as patrol_hours,
       coalesce(sum(hours) filter (where is_over), 0) as presence_hours
from placed
group by area, month
order by area nulls first, month
