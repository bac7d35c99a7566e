-- The block that is nearest to a place, if one is near.
select b.id, b.street,
       least(b.left_from, b.left_to, b.right_from, b.right_to) as lowest,
       greatest(b.left_from, b.left_to, b.right_from, b.right_to) as highest
from upkeep.block b
cross join (select st_setsrid(st_makepoint(:lon, :lat), 4326) as geom) place
where st_dwithin(b.geom::geography, place.geom::geography, :metres)
  and b.geom && st_expand(place.geom, 0.01)
order by st_distance(b.geom::geography, place.geom::geography), b.id
limit 1
