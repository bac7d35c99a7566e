-- Homes, gathered in cells of a thousandth of a degree within the same areas of each base level: all that are public, whoever lives
-- there.
with base as (
    select a.level, a.key, a.geom
    from published.release_set r
    join boundary.area_set s on s.id = r.area_set_id
    join boundary.area a on a.set_id = s.id and a.level = s.base_level
    where r.release_id = :releaseId
      and s.base_level = any (r.levels)
), within as (
    -- On the line between two areas it lies in the first.
    select p.id, b.level, min(b.key) as key
    from base b
    join address.point p on st_intersects(p.geom, b.geom)
    where p.kind in ('residential', 'unknown')
    group by p.id, b.level
), occupied as (
    select distinct level, key
    from within
), home as (
    select id, jsonb_object_agg(level, key) as areas
    from within
    group by id
), placed as (
    select h.areas, st_x(p.geom) as lon, st_y(p.geom) as lat, greatest(p.units, 1) as homes
    from home h
    join address.point p using (id)
), origin as (
    select areas,
           round(avg(lon)::numeric, 6)::float8 as lon,
           round(avg(lat)::numeric, 6)::float8 as lat,
           sum(homes)::integer as homes
    from placed
    group by areas, floor(lon * 1000), floor(lat * 1000)
    union all
    -- Where no address is known, somewhere within.
    select jsonb_build_object(b.level, b.key), round(st_x(p)::numeric, 6)::float8, round(st_y(p)::numeric, 6)::float8, 0
    from base b
    cross join lateral st_pointonsurface(b.geom) p
    where not exists (select from occupied o where o.level = b.level and o.key = b.key)
)
select array(select coalesce(areas ->> l, '') from unnest(:bases) with ordinality b (l, n) order by n) as keys, lon, lat, homes
from origin
order by keys, lon, lat
