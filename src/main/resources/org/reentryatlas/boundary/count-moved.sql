-- How many address points, of every kind, lie in an area of another key than before; in no area is a key of its own.
with before as materialized (
    select p.id, min(a.key) as key
    from boundary.area a
    join address.point p on st_intersects(a.geom, p.geom)
    where a.set_id = :fromSet and a.level = :level
    group by p.id
), after as materialized (
    select p.id, min(a.key) as key
    from boundary.area a
    join address.point p on st_intersects(a.geom, p.geom)
    where a.set_id = :toSet and a.level = :level
    group by p.id
)
select (select count(*) from address.point) as points,
       (select count(*) from before full join after using (id) where before.key is distinct from after.key) as moved
