-- The day on which each block was cleaned up last: of clean-ups that are published, over and not called off, the blocks whose middles
-- lie on their sites. Plans keep lines and not segments, which get other numbers with each file of streets.
with site as materialized (
    select cast(v.ends_at at time zone :zone as date) as day,
           st_setsrid(st_geomfromgeojson(f.site -> 'geometry'), 4326) as geom
    from outreach.plan p
    join outreach.plan_version v on v.plan_id = p.id and v.version = p.published_version
    cross join lateral jsonb_array_elements(v.findings -> 'sites') as f (site)
    where p.kind = 'clean_up'
      and p.cancelled_at is null
      and v.ends_at <= :until
      and jsonb_typeof(f.site) = 'object'
)
select b.id, max(s.day) as day
from site s
join upkeep.block b on b.geom && st_expand(s.geom, 0.00002)
where st_dwithin(st_lineinterpolatepoint(b.geom, 0.5), s.geom, 0.00002)
group by b.id
