update incoming_area a
set geom = st_multi(st_collectionextract(st_difference(a.geom, lost.geom), 3))
from (select loser, st_union(geom) as geom from given_piece where loser is not null group by loser) lost
where a.key = lost.loser
