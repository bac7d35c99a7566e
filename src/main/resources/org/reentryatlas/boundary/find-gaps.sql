-- What the ground that all areas cover encloses and does not hold; measured as overlaps are.
with ground as materialized (
    select case when count(*) = 1 then (array_agg(geom))[1] else st_union(geom) end as geom
    from incoming_union
    where level = :top
),
-- All that the outer rings enclose, also between parts that touch in points: a chain of gaps from border to border. Of
-- ground in one part that is its holes.
line as (
    select st_unaryunion(st_collect(st_exteriorring(part.geom))) as geom
    from ground
    cross join lateral st_dump(ground.geom) part
    where st_numgeometries(ground.geom) > 1
),
outline as (
    select st_union(face.geom) as geom
    from (select st_polygonize(edge.geom) as geom from line cross join lateral st_dump(line.geom) edge) faces
    cross join lateral st_dump(faces.geom) face
),
hole as (
    select ring.geom
    from ground
    cross join lateral st_dumprings(st_geometryn(ground.geom, 1)) ring
    where st_numgeometries(ground.geom) = 1
      and ring.path[1] > 0
    union all
    select part.geom
    from ground
    cross join outline
    cross join lateral st_dump(st_collectionextract(st_difference(outline.geom, ground.geom), 3)) part
    where st_numgeometries(ground.geom) > 1
),
piece as (
    select geom, st_transform(geom, :srid) as metric from hole
),
measured as (
    select *, st_area(metric) as square_metres, 2 * st_area(metric) / st_perimeter(metric) as width_metres
    from piece
)
insert into gap_piece (geom, square_metres, width_metres, is_sliver)
select geom,
       square_metres,
       width_metres,
       case when width_metres >= :sliver then false else st_isempty(st_buffer(metric, -0.5 * :sliver)) end
from measured
where width_metres >= 0.001
  and square_metres >= 0.01
