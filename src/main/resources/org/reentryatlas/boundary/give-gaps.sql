-- Each sliver that no area holds goes to the area with the longest edge along it, measured as for overlaps.
with edge as (
    select g.geom,
           g.square_metres,
           g.width_metres,
           a.key,
           st_area(st_transform(st_intersection(a.geom, near.geom), :srid)) as strip
    from gap_piece g
    cross join lateral (
        select st_transform(st_buffer(st_transform(g.geom, :srid), 0.1), 4326) as geom
    ) near
    join incoming_area a on a.key = any (g.neighbours)
    where g.is_sliver
)
insert into given_piece (winner, geom, square_metres, width_metres)
select distinct on (geom) key, geom, square_metres, width_metres
from edge
order by geom, strip desc, key
