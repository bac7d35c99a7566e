-- The areas of the police in their newest boundaries, of the set that plans are looked up in, and the box around each.
with newest as (
    select id, base_level
    from boundary.area_set
    where base_level in ('beat', 'sector', 'district', 'city')
      and valid_to is null
    order by array_position(array ['beat', 'sector', 'district', 'city'], base_level)
    limit 1
)
select a.level, a.key, st_xmin(a.geom) as west, st_ymin(a.geom) as south, st_xmax(a.geom) as east, st_ymax(a.geom) as north
from newest n
join boundary.area a on a.set_id = n.id and a.level = n.base_level
order by a.key
