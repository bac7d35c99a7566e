-- Spreads the residents of each source area over the base areas of a set, in whole numbers. An address unit stands for
-- the people of its area; where no unit stands, or addresses are not to be used, a square metre does. What lies outside
-- the set by no more than :gapMetres goes to the nearest of its areas, since two drawings of one city's edge differ; what
-- lies further out stays outside (target_id null). Whole numbers by largest remainders within each source area (Hamilton's
-- method; Balinski and Young, "Fair Representation", 1982), so that every source area's residents are kept exactly.
create temporary table apportioned on commit drop as
with source as materialized (
    select id, key, population, st_transform(geom, :srid) as ground
    from boundary.area a
    where set_id = :sourceSet
      and level = (select base_level from boundary.area_set where id = :sourceSet)
), target as materialized (
    select id, key, st_transform(geom, :srid) as ground
    from boundary.area
    where set_id = :setId
      and level = (select base_level from boundary.area_set where id = :setId)
), in_source as materialized (
    select p.id, min(a.key) as key
    from boundary.area a
    join address.point p on st_intersects(a.geom, p.geom)
    where :byAddress and a.id in (select id from source)
    group by p.id
), in_target as materialized (
    select p.id, min(a.key) as key
    from boundary.area a
    join address.point p on st_intersects(a.geom, p.geom)
    where :byAddress and a.id in (select id from target)
    group by p.id
), unit as materialized (
    select s.id as source_id, t.id as target_id, st_transform(p.geom, :srid) as place, p.units
    from in_source
    join source s on s.key = in_source.key
    join address.point p on p.id = in_source.id
    left join in_target on in_target.id = p.id
    left join target t on t.key = in_target.key
    where p.kind in ('residential', 'unknown')
      and p.units > 0
), by_address as materialized (
    select u.source_id, coalesce(u.target_id, near.id) as target_id, sum(u.units)::numeric as weight
    from unit u
    left join lateral (
        select id from target
        where u.target_id is null and st_dwithin(ground, u.place, :gapMetres)
        order by st_distance(ground, u.place), key limit 1
    ) near on true
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
               st_difference(s.ground, coalesce(covered.ground, 'polygon empty'::geometry)), 3))).geom as ground
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
