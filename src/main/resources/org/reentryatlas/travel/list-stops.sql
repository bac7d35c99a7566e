-- Stops, in the order in which files of a run have them.
select source || ':' || stop_id as id,
       name,
       st_x(geom) as lon,
       st_y(geom) as lat
from transit.stop
order by source collate "C", stop_id collate "C"
