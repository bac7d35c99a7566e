-- Homes of each base area, gathered in cells of a thousandth of a degree: all that are public, whoever lives there.
with base as (
    select a.key, a.geom
    from published.release_set r
    join boundary.area a on a.set_id = r.area_set_id
    where r.release_id = :releaseId
      and :level = any (r.levels)
      and a.level = :level
), home as (
    select b.key, st_x(p.geom) as lon, st_y(p.geom) as lat, greatest(p.units, 1) as homes
    from base b
    join address.point p on st_intersects(p.geom, b.geom)
    where p.kind in ('residential', 'unknown')
)
select key, round(avg(lon)::numeric, 6)::float8 as lon, round(avg(lat)::numeric, 6)::float8 as lat, sum(homes)::integer as homes
from home
group by key, floor(lon * 1000), floor(lat * 1000)
union all
-- Where no address is known, somewhere within.
select b.key, round(st_x(p)::numeric, 6)::float8, round(st_y(p)::numeric, 6)::float8, 0
from base b
cross join lateral st_pointonsurface(b.geom) p
where not exists (select from home h where h.key = b.key)
order by key, lon, lat
