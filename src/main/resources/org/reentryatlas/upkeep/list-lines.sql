-- The lines of some blocks, to a decimetre.
select id, st_asgeojson(geom, 6) as geojson
from upkeep.block
where id = any (:ids)
