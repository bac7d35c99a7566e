-- The shapes of the areas of a level that hold on a day, of the set that list-areas.sql takes.
with chosen as (
    select s.id
    from boundary.area_set s
    where s.valid_from <= :day
      and (s.valid_to is null or s.valid_to > :day)
      and exists (select from boundary.area a where a.set_id = s.id and a.level = :level)
    order by s.base_level in ('beat', 'sector', 'district') desc, s.id
    limit 1
)
select a.key, st_asgeojson(st_simplifypreservetopology(a.geom, 0.00005), 5) as geojson
from boundary.area a
join chosen c on c.id = a.set_id
where a.level = :level
