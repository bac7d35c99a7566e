-- The areas of the police on a day that a shape lies in; one that it only touches is not among them.
with day_set as (
    select id, base_level
    from boundary.area_set
    where base_level in ('beat', 'sector', 'district', 'city')
      and valid_from <= :day and (valid_to is null or valid_to > :day)
    order by array_position(array ['beat', 'sector', 'district', 'city'], base_level)
    limit 1
)
select a.key
from day_set s
join boundary.area a on a.set_id = s.id and a.level = s.base_level
cross join (select st_setsrid(st_geomfromwkb(:wkb), 4326) as geom) shape
where st_intersects(a.geom, shape.geom)
  and (st_dimension(shape.geom) = 0 or st_length(st_intersection(a.geom, shape.geom)::geography) > 5)
order by a.key
