-- The crosswalk between the areas of one level in two sets. Ground is measured in the working system (:srid). A shared
-- strip narrower than :sliverMetres on average (twice its area by its perimeter) in which no address stands is a sliver:
-- two drawings of one line. Shares are of what is left when slivers are left out.
with f as materialized (
    select id, geom from boundary.area where set_id = :fromSet and level = :level
), t as materialized (
    select id, geom from boundary.area where set_id = :toSet and level = :level
), shared as materialized (
    -- Cut in degrees, in which every area is kept valid; transformed, a tight corner may cross itself.
    select f.id as from_id, t.id as to_id,
           st_transform(st_collectionextract(st_intersection(f.geom, t.geom), 3), :srid) as geom
    from f
    join t on st_intersects(f.geom, t.geom)
), measured as materialized (
    select from_id, to_id, st_area(geom) as square_metres, st_perimeter(geom) as metres from shared
), ground as (
    select from_id, to_id, square_metres, coalesce(2 * square_metres / nullif(metres, 0), 0) as width
    from measured
    where square_metres > 0
), area as materialized (
    select set_id, key, geom from boundary.area where set_id in (:fromSet, :toSet) and level = :level
), place as (
    -- Both sets in one pass, area by area through the index of the points: joining the points of one set to those of the
    -- other is left to no plan.
    select p.units,
           min(area.key) filter (where set_id = :fromSet) as from_key,
           min(area.key) filter (where set_id = :toSet) as to_key
    from area
    join address.point p on st_intersects(area.geom, p.geom)
    where p.kind in ('residential', 'unknown')
    group by p.id
), addresses as (
    select f.id as from_id, t.id as to_id, summed.units
    from (
        select from_key, to_key, sum(units) as units from place
        where from_key is not null and to_key is not null
        group by 1, 2
    ) summed
    join boundary.area f on f.set_id = :fromSet and f.level = :level and f.key = from_key
    join boundary.area t on t.set_id = :toSet and t.level = :level and t.key = to_key
), pairs as (
    select from_id, to_id, coalesce(square_metres, 0) as square_metres, coalesce(units, 0) as units,
           coalesce(units, 0) = 0 and coalesce(width, 0) < :sliverMetres as is_sliver
    from ground
    full join addresses using (from_id, to_id)
)
insert into boundary.crosswalk (from_area_id, to_area_id, square_metres, units, is_sliver,
                                share_of_from, share_of_to, unit_share_of_from, unit_share_of_to)
select from_id, to_id, square_metres, units, is_sliver,
       case when not is_sliver then coalesce(square_metres / nullif(sum(square_metres) over of_from, 0), 0) end,
       case when not is_sliver then coalesce(square_metres / nullif(sum(square_metres) over of_to, 0), 0) end,
       case when not is_sliver then units / nullif(sum(units) over of_from, 0) end,
       case when not is_sliver then units / nullif(sum(units) over of_to, 0) end
from pairs
window of_from as (partition by from_id, is_sliver), of_to as (partition by to_id, is_sliver)
