-- The areas of a set, in a fixed order. A base area is inhabited when a residential address is known in it, or when no
-- address is known anywhere, for then nobody can tell.
select a.id,
       a.level,
       a.key,
       a.parent_id,
       a.level <> :baseLevel
           or not exists (select from address.point)
           or exists (
               select
               from address.point p
               where p.kind in ('residential', 'unknown')
                 and st_intersects(a.geom, p.geom)
           ) as inhabited
from boundary.area a
where a.set_id = :areaSetId
order by a.level, a.key
