-- The stretches of a street that have numbers of a range, as one, and how long they are.
select st_asgeojson(st_multi(st_linemerge(st_collect(geom order by geom))), 6) as geojson,
       st_asbinary(st_multi(st_collect(geom order by geom))) as wkb,
       sum(st_length(geom::geography)) as metres
from address.segment
where street_id = :streetId
  and (int4range(least(left_from, left_to), greatest(left_from, left_to), '[]') && int4range(:from, :to, '[]')
       or int4range(least(right_from, right_to), greatest(right_from, right_to), '[]') && int4range(:from, :to, '[]'))
having count(*) > 0
