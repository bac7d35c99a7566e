-- The base areas of the layers of a release, numbered by layer and key, so that "the lowest key" is the smallest number.
-- A layer that the release does not have is null in :setIds. Where areas of one layer overlap, the ground of an area leaves out what belongs to a lower key.
create temporary table base_area on commit drop as
with numbered as materialized (
    select row_number() over (order by l.layer, a.key) as no, l.layer, a.id as area_id, a.geom
    from unnest(cast(:setIds as bigint[])) with ordinality as l (set_id, layer)
    join boundary.area_set s on s.id = l.set_id
    join boundary.area a on a.set_id = s.id and a.level = s.base_level
)
select n.no, n.layer, n.area_id, n.geom, coalesce(own.ground, n.geom) as ground
from numbered n
left join lateral (
    select st_collectionextract(st_difference(n.geom, st_union(lower.geom)), 3) as ground
    from numbered lower
    where lower.layer = n.layer
      and lower.no < n.no
      and st_intersects(lower.geom, n.geom)
      and st_relate(lower.geom, n.geom, 'T********')
    having count(*) > 0
) own on true
