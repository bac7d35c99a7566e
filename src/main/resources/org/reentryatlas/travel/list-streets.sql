-- Centre lines as a network is made of them.
select class, direction, coalesce(speed_kmh, 0) as kmh, st_asbinary(geom) as wkb
from address.segment
order by source, source_id
