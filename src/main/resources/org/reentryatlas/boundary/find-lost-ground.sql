-- Where three areas overlap, each may have lost the ground to another: what no area holds any more is a gap.
with rest as (
    select part.geom, g.width_metres
    from given_piece g
    cross join lateral (
        select st_union(st_intersection(a.geom, st_expand(g.geom, 1e-6))) as geom
        from incoming_area a
        where a.geom && g.geom
    ) held
    cross join lateral st_dump(st_collectionextract(st_difference(g.geom, held.geom), 3)) part
),
measured as (
    select geom, st_transform(geom, :srid) as metric from rest
)
insert into gap_piece (geom, square_metres, width_metres, is_sliver)
select geom,
       st_area(metric),
       2 * st_area(metric) / st_perimeter(metric),
       true
from measured
where st_area(metric) >= 0.01
  and 2 * st_area(metric) / st_perimeter(metric) >= 0.001
