-- Clean-ups of some days that are published, over and not called off, each with the blocks whose middles are near its sites, and
-- whether they lie on them, as list-cleaned.sql has it. One without any such block has a row with none.
with site as materialized (
    select p.id, v.body ->> 'title' as title, cast(v.ends_at at time zone :zone as date) as day,
           st_setsrid(st_geomfromgeojson(f.site -> 'geometry'), 4326) as geom
    from outreach.plan p
    join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
    left join lateral jsonb_array_elements(v.findings -> 'sites') as f (site) on jsonb_typeof(f.site) = 'object'
    where p.kind = 'clean_up'
      and p.cancelled_at is null
      and v.ends_at <= :until
      and cast(v.ends_at at time zone :zone as date) between :first and :last
), middle as materialized (
    -- A hundredth of a degree is more than 200 m as far north as anybody cleans a street.
    select s.id, b.id as block, s.geom as site, st_lineinterpolatepoint(b.geom, 0.5) as geom
    from site s
    join upkeep.block b on b.geom && st_expand(s.geom, 0.01)
), near as (
    select m.id, m.block, bool_or(st_dwithin(m.geom, m.site, 0.00002)) as is_on
    from middle m
    where st_dwithin(m.geom::geography, m.site::geography, :metres)
    group by m.id, m.block
)
select s.id, s.title, s.day, n.block, coalesce(n.is_on, false) as is_on
from (select distinct id, title, day from site) s
left join near n on n.id = s.id
order by s.day, s.id, n.block
