-- Of the position stay the nearest block, its side and all areas around it. A degree is 111 km, in longitude by the cosine; the sign
-- of the cross product is the same in degrees as in metres.
create temporary table edition on commit drop as
with near as materialized (
    select p.row_number, p.geom as place, b.id, b.geom, b.metres
    from place p
    cross join lateral (
        select s.id, s.geom, st_distance(s.geom::geography, p.geom::geography, false) as metres
        from upkeep.block s
        where s.geom && st_expand(p.geom, 1.02 * :metres / (111000 * cos(radians(st_y(p.geom)))), 1.02 * :metres / 111000)
        order by metres, s.id
        limit 1
    ) b
    where b.metres <= :metres
), course as (
    select n.*,
           st_lineinterpolatepoint(geom, greatest(0, share - 0.01)) as a,
           st_lineinterpolatepoint(geom, least(1, share + 0.01)) as b
    from near n
    cross join lateral st_linelocatepoint(n.geom, n.place) as share
), block as (
    select row_number, id,
           case when metres < :middleMetres then null
                when (st_x(b) - st_x(a)) * (st_y(place) - st_y(a)) > (st_y(b) - st_y(a)) * (st_x(place) - st_x(a)) then 'left'
                else 'right' end as side
    from course
), around as (
    select p.row_number, array_agg(a.id order by a.id) as areas
    from boundary.area a
    join place p on p.geom && a.geom and st_covers(a.geom, p.geom)
    group by p.row_number
)
select kept.*, md5(kept::text)::uuid as content
from (
    select i.source_id, coalesce(i.kind, t.kind, 'other') as kind, i.opened, i.closed, i.status, i.repeats, b.id as segment_id, b.side,
           coalesce(r.areas, '{}') as areas
    from incoming i
    left join upkeep.service_term t on t.term = i.term
    left join block b using (row_number)
    left join around r using (row_number)
) kept
