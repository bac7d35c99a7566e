-- Where people live who are in no atom: the base areas that hold them, and the atom of the same beat that lies nearest to
-- the ground of these. The ground decides and not the position, so that the answer is the same when positions are destroyed.
create temporary table stray on commit drop as
with nowhere as materialized (
    select distinct h.beat_no, h.areas
    from home h
    where h.beat_no is not null
      and not exists (select from atom a where a.areas = h.areas)
), ground as materialized (
    -- Only a point or a line on an edge may belong to areas that share no ground: the beat stands in for it.
    select n.*, coalesce(p.geom, b.ground) as geom
    from nowhere n
    join base_area b on b.no = n.beat_no
    left join piece p on p.areas = n.areas
), candidate as materialized (
    -- An atom of that kind is taken only where the beat has no other: its distance is null, and that comes last.
    select a.no, a.areas[1] as beat_no, p.geom
    from atom a
    left join piece p on p.areas = a.areas
    where a.areas[1] in (select beat_no from nowhere)
)
select distinct on (g.areas) g.areas, c.no as atom_no
from ground g
join candidate c on c.beat_no = g.beat_no
order by g.areas, st_distance(cast(g.geom as geography), cast(c.geom as geography), false), c.no
