-- The pieces of ground that two areas share, without what is narrower than a millimetre or smaller than 100 cm²: that is
-- the arithmetic. Width is twice the area over the perimeter, which a piece's widest place always reaches; a piece is a
-- sliver if nothing remains of it after half the sliver width is taken off on all sides.
with piece as (
    select a.key as first, b.key as second, part.geom, st_transform(part.geom, :srid) as metric
    from incoming_area a
    join incoming_area b on b.key > a.key and b.geom && a.geom
    cross join lateral st_dump(st_collectionextract(st_intersection(a.geom, b.geom), 3)) part
),
measured as (
    select *, st_area(metric) as square_metres, 2 * st_area(metric) / st_perimeter(metric) as width_metres
    from piece
)
insert into overlap_piece (first, second, geom, square_metres, width_metres, is_sliver)
select first,
       second,
       geom,
       square_metres,
       width_metres,
       case when width_metres >= :sliver then false else st_isempty(st_buffer(metric, -0.5 * :sliver)) end
from measured
where width_metres >= 0.001
  and square_metres >= 0.01
