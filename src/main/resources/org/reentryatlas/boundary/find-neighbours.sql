-- The areas along each gap, the longest edge first and of edges that are equal to a metre the lower key. The length of an
-- edge is the area of a strip of a tenth of a metre around the gap, which rounding does not disturb; an area that touches
-- the gap in a corner only is no neighbour.
with strip as (
    select g.ctid as gap, a.key, st_area(st_transform(st_intersection(a.geom, near.geom), :srid)) as square_metres
    from gap_piece g
    cross join lateral (
        select st_transform(st_buffer(st_transform(g.geom, :srid), 0.1), 4326) as geom
    ) near
    join incoming_area a on a.geom && near.geom
    where g.neighbours is null
),
neighbour as (
    select *, max(square_metres) over (partition by gap) as longest from strip
)
update gap_piece g
set neighbours = along.keys
from (
    select gap, array_agg(key order by round(square_metres::numeric, 1) desc, key) as keys
    from neighbour
    where square_metres > 0.05 * longest
    group by gap
) along
where along.gap = g.ctid
