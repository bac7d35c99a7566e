-- The base areas in which somebody can live together, since a residential address or registered group quarters stand in them,
-- and how many places those are. On a line between areas the lowest key counts.
create temporary table lived on commit drop as
with place as (
    select geom from address.point where kind in ('residential', 'unknown')
    union all
    select geom from address.facility where kind <> 'correctional_facility' and exists (select from address.point)
), spot as materialized (
    select row_number() over () as id, geom from (select distinct geom from place) places
), lowest as (
    -- Area by area, so that each area's outline is prepared once for all places in its box.
    select s.id, min(b.no) as no
    from base_area b
    join spot s on st_intersects(b.geom, s.geom)
    group by s.id, b.layer
), home as (
    select array_agg(no order by no) as areas
    from lowest
    group by id
)
select areas, count(*) as places
from home
group by areas
