select name, class, st_asbinary(geom) as wkb
from basemap.street
order by id
