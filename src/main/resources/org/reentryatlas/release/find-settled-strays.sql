-- The same where other layers were laid over the date before: whoever was settled in an atom then stays in it, so that what
-- was counted is still the sum of what is counted now. Of its parts the nearest in the same beat is taken, or else the nearest.
create temporary table stray on commit drop as
with nowhere as materialized (
    -- Where somebody was settled follows from the base areas that they live in, which are among those of now.
    select distinct on (h.areas) h.beat_no, h.areas, s.area_ids
    from home h
    left join settled s on s.record_id = h.record_id
    where h.beat_no is not null
      and not exists (select from atom a where a.areas = h.areas)
    order by h.areas
), ground as materialized (
    select n.beat_no, n.areas, coalesce(p.geom, b.ground) as geom, was.areas as settled
    from nowhere n
    join base_area b on b.no = n.beat_no
    left join piece p on p.areas = n.areas
    -- Who was settled nowhere is settled nowhere now.
    cross join lateral (
        select array_agg(base.no) as areas
        from unnest(n.area_ids) as a (id)
        join base_area base on base.area_id = a.id
        having count(*) > 0
    ) was
), candidate as materialized (
    select a.no, a.areas, p.geom
    from atom a
    left join piece p on p.areas = a.areas
)
select distinct on (g.areas) g.areas, c.no as atom_no
from ground g
join candidate c on c.areas @> g.settled
order by g.areas,
         c.areas[1] <> g.beat_no,
         st_distance(cast(g.geom as geography), cast(c.geom as geography), false),
         c.no
