-- Of each area, when members of staff were last there on outreach before a week, what is planned there in it, and which events come up. Tours
-- and patrols count as they were written last; nobody was anywhere by a plan that was never published.
with planned as materialized (
    select p.kind, v.version = p.version as is_newest, coalesce(v.version = p.published_version, false) as is_published,
           v.areas, v.starts_at, v.ends_at
    from outreach.plan p
    join outreach.plan_version v on v.plan_id = p.id and v.version in (p.version, p.published_version)
    where p.cancelled_at is null
      and v.starts_at > :week::timestamptz - interval '400 days'
      and v.starts_at < :week::timestamptz + interval '14 days'
), placed as (
    select pl.*, area
    from planned pl
    cross join lateral unnest(pl.areas) as area
)
select area,
       max(cast(ends_at at time zone :zone as date))
           filter (where is_published and ends_at <= least(:week::timestamptz, :now::timestamptz)) as last_day,
       coalesce(sum(extract(epoch from ends_at - starts_at) / 3600)
           filter (where is_newest and kind = 'patrol' and starts_at >= :week and starts_at < :until), 0) as planned_hours,
       coalesce(array_agg(distinct cast(starts_at at time zone :zone as date))
           filter (where is_newest and kind = 'patrol' and starts_at >= :week and starts_at < :until), '{}') as planned_days,
       count(*) filter (where is_published and kind in ('clean_up', 'gathering') and starts_at >= :week) as coming
from placed
group by area
