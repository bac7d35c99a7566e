-- Pairs of base areas of the newest set of a level that share more than a sliver, largest first.
select *
from (
    select a.key as first, b.key as second, st_area(st_intersection(a.geom, b.geom)::geography) as square_metres
    from boundary.area a
    join boundary.area b
      on b.set_id = a.set_id
     and b.level = a.level
     and b.key > a.key
     and st_intersects(a.geom, b.geom)
    where a.level = :baseLevel
      and a.set_id = (select max(id) from boundary.area_set where base_level = :baseLevel)
) pairs
where square_metres > :squareMetres
order by square_metres desc, first, second
