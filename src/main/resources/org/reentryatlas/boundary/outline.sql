-- All the ground that the areas of a set cover.
select st_astext(geom)
from boundary.area
where set_id = :setId
  and level = 'city'
