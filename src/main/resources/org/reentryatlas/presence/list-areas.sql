-- The areas of the police on a day, of the set that plans are looked up in, and their shapes for whoever draws them, with no more corners than a map of a city shows.
with day_set as (
    select id, base_level
    from boundary.area_set
    where base_level in ('beat', 'sector', 'district', 'city')
      and valid_from <= :day and (valid_to is null or valid_to > :day)
    order by array_position(array ['beat', 'sector', 'district', 'city'], base_level)
    limit 1
)
select a.level, a.key, a.name,
       case when :shapes then st_asgeojson(st_simplifypreservetopology(a.geom, 0.00005), 5) end as geojson
from day_set s
join boundary.area a on a.set_id = s.id and a.level = s.base_level
order by a.key
