-- Spreads the residents of each source area over the base areas of a set, in whole numbers. An address unit stands for
-- the people of its area; where no unit stands, or addresses are not to be used, a square metre does. What lies outside
-- the set by no more than :gapMetres goes to the nearest of its areas, since two drawings of one city's edge differ; what
-- lies further out stays outside (target_id null). Whole numbers by largest remainders within each source area (Hamilton's
-- method; Balinski and Young, "Fair Representation", 1982), so that every source area's residents are kept exactly.
create temporary table apportioned on commit drop as
with area as materialized (
    select a.id, a.set_id, a.key, a.population, a.geom
    from boundary.area a
    join boundary.area_set s on s.id = a.set_id and s.base_level = a.level
    where s.id in (:sourceSet, :setId)
), source as materialized (
    -- Transformed, a tight corner may cross itself, which no intersection survives.
    select id, key, population, st_makevalid(st_transform(geom, :srid), 'method=structure') as ground from area where set_id = :sourceSet
), target as materialized (
    select id, key, st_makevalid(st_transform(geom, :srid), 'method=structure') as ground from area where set_id = :setId
), place as materialized (
    -- Both sets in one pass, area by area through the index of the points.
    select p.id, p.geom, p.units,
           min(area.key) filter (where set_id = :sourceSet) as source_key,
           min(area.key) filter (where set_id = :setId) as target_key
    from area
    join address.point p on st_intersects(area.geom, p.geom)
    where :byAddress
      and p.kind in ('residential', 'unknown')
      and p.units > 0
    group by p.id
), stray as (
    select source_key, units, st_transform(geom, :srid) as place
    from place
    where source_key is not null and target_key is null
), counted as (
    select source_key, target_key, sum(units) as units
    from place
    where source_key is not null and target_key is not null
    group by 1, 2
    union all
    select source_key, near.key, sum(units)
    from stray
    left join lateral (
        select key from target
        where st_dwithin(ground, stray.place, :gapMetres)
        order by st_distance(ground, stray.place), key limit 1
    ) near on true
    group by 1, 2
), by_address as materialized (
    select s.id as source_id, t.id as target_id, sum(c.units)::numeric as weight
    from counted c
    join source s on s.key = c.source_key
    left join target t on t.key = c.target_key
    group by 1, 2
), bare as (
    select * from source where population > 0 and id not in (select source_id from by_address)
), inside as (
    select s.id as source_id, t.id as target_id, st_area(st_intersection(s.ground, t.ground)) as weight
    from bare s
    join target t on st_intersects(s.ground, t.ground)
), beyond as (
    select s.id as source_id,
           (st_dump(st_collectionextract(
               coalesce(st_difference(s.ground, covered.ground), s.ground), 3))).geom as ground
    from bare s
    left join lateral (
        select st_union(ground) as ground from target where st_intersects(target.ground, s.ground)
    ) covered on true
), by_ground as (
    select source_id, target_id, sum(weight)::numeric as weight
    from (
        select * from inside
        union all
        select b.source_id, near.id, st_area(b.ground)
        from beyond b
        left join lateral (
            select id from target
            where st_dwithin(target.ground, b.ground, :gapMetres)
              and 2 * st_area(b.ground) / st_perimeter(b.ground) <= :gapMetres
            order by st_distance(target.ground, b.ground), key limit 1
        ) near on true
    ) pieces
    where weight > 0
    group by 1, 2
), part as (
    select w.source_id, w.target_id, s.population,
           s.population * w.weight / sum(w.weight) over (partition by w.source_id) as exact
    from (select * from by_address union all select * from by_ground) w
    join source s on s.id = w.source_id
    where s.population > 0
), ranked as (
    select source_id, target_id, population, floor(exact) as whole,
           row_number() over (partition by source_id order by exact - floor(exact) desc, target_id nulls last) as place,
           population - sum(floor(exact)) over (partition by source_id) as left_over
    from part
)
select source_id, target_id, (whole + case when place <= left_over then 1 else 0 end)::integer as residents
from ranked
