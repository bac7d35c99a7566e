-- Centre lines as a network is made of them, on every server in the same order.
select class, direction, coalesce(speed_kmh, 0) as kmh, st_asbinary(geom) as wkb
from address.segment
order by source collate "C", source_id collate "C"
