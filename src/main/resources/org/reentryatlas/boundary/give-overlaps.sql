-- Each sliver that two areas share goes to the one with the longer edge along it: the length of the edge is the area of a
-- strip of a tenth of a metre around the sliver, which rounding does not disturb. Of edges that are equal to a metre, to the
-- lower key.
with strip as (
    select o.*,
           st_intersection(a.geom, near.geom) as in_first,
           st_intersection(b.geom, near.geom) as in_second
    from overlap_piece o
    join incoming_area a on a.key = o.first
    join incoming_area b on b.key = o.second
    cross join lateral (
        select st_transform(st_buffer(st_transform(o.geom, :srid), 0.1), 4326) as geom
    ) near
    where o.is_sliver
),
edge as (
    select *,
           round(st_area(st_transform(st_difference(in_first, in_second), :srid))::numeric, 1)
               >= round(st_area(st_transform(st_difference(in_second, in_first), :srid))::numeric, 1) as first_wins
    from strip
)
insert into given_piece (winner, loser, geom, square_metres, width_metres)
select case when first_wins then first else second end,
       case when first_wins then second else first end,
       geom,
       square_metres,
       width_metres
from edge
