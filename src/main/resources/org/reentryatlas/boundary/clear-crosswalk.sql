delete from boundary.crosswalk c
using boundary.area f, boundary.area t
where f.id = c.from_area_id
  and t.id = c.to_area_id
  and f.set_id = :fromSet
  and t.set_id = :toSet
  and f.level = :level
