select f.key as from_key, t.key as to_key, c.square_metres, c.units, c.share_of_from, c.share_of_to,
       c.unit_share_of_from, c.unit_share_of_to, c.is_sliver
from boundary.crosswalk c
join boundary.area f on f.id = c.from_area_id
join boundary.area t on t.id = c.to_area_id
where f.set_id = :fromSet
  and t.set_id = :toSet
  and f.level = :level
order by f.key, c.square_metres desc, t.key
