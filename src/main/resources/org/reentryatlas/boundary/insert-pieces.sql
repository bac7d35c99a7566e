-- 64 vertices a piece: a point-in-polygon test costs time in proportion to them.
insert into boundary.area_piece (area_id, geom)
select id, st_subdivide(geom, 64)
from boundary.area
where set_id = :setId
  and level = :level
