update incoming_area a
set geom = st_multi(st_collectionextract(st_union(a.geom, won.geom, 1e-9), 3))
from (select winner, st_union(geom) as geom from given_piece where loser is null group by winner) won
where a.key = won.winner
