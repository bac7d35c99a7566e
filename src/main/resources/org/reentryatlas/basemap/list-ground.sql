select name, st_asbinary(geom) as wkb
from basemap.ground
where kind = :kind
order by id
