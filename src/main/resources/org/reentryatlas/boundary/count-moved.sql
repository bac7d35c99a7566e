-- How many address points, of every kind, lie in an area of another key than before; in no area is a key of its own.
with area as materialized (
    select set_id, key, geom from boundary.area where set_id in (:fromSet, :toSet) and level = :level
), place as (
    select min(area.key) filter (where set_id = :fromSet) as before, min(area.key) filter (where set_id = :toSet) as after
    from area
    join address.point p on st_intersects(area.geom, p.geom)
    group by p.id
)
select (select count(*) from address.point) as points,
       (select count(*) from place where before is distinct from after) as moved
