-- Six decimals of a degree are a decimetre, and what files of a run say.
select source || ':' || stop_id as id,
       name,
       round(st_x(geom)::numeric, 6) as lon,
       round(st_y(geom)::numeric, 6) as lat
from transit.stop
order by source collate "C", stop_id collate "C"
