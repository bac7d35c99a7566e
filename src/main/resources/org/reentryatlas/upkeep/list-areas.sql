-- The state of streets by the areas of a level that hold on a day. The side of a block belongs to the area in which the place
-- beside its middle is; each side is half of the street. Each step is materialized: just after a load the planner expects one row,
-- and would count all requests again for each area.
with chosen as (
    select s.id
    from boundary.area_set s
    where s.valid_from <= :asOf
      and (s.valid_to is null or s.valid_to > :asOf)
      and exists (select from boundary.area a where a.set_id = s.id and a.level = :level)
    order by s.base_level in ('beat', 'sector', 'district') desc, s.id
    limit 1
), area as materialized (
    select a.id, a.key, a.name, a.geom, st_expand(st_envelope(a.geom), 0.0005) as around
    from boundary.area a
    join chosen c on c.id = a.set_id
    where a.level = :level
), face as materialized (
    select a.id as area_id, b.id as segment_id, st_length(b.geom::geography, false) / 2000 as km
    from area a
    join upkeep.block b on b.geom && a.around
    cross join (values (-1), (1)) s (side)
    where st_covers(a.geom, address.beside(b.geom, 0.5, s.side, :besideMetres))
), recent as materialized (
    select kind, repeats, areas,
           opened > cast(:requestsTo as date) - cast(:days as integer) as is_new,
           status = 'open' or closed > :requestsTo as is_open
    from upkeep.service_request
    where opened <= :requestsTo
      and (opened > cast(:requestsTo as date) - cast(:days as integer) or status = 'open' or closed > :requestsTo)
), asked as materialized (
    select area_id,
           count(*) filter (where is_new and not repeats and kind = 'dumping') as dumping,
           count(*) filter (where is_new and not repeats and kind = 'litter') as litter,
           count(*) filter (where is_new and not repeats and kind = 'cleaning') as cleaning,
           count(*) filter (where is_new and not repeats and kind = 'bulk') as bulk,
           count(*) filter (where is_new and not repeats and kind = 'graffiti') as graffiti,
           count(*) filter (where is_new and not repeats and kind = 'weeds') as weeds,
           count(*) filter (where is_new and not repeats and kind = 'other') as other,
           count(*) filter (where is_new and repeats) as repeats,
           count(*) filter (where is_open and not repeats and kind <> 'bulk') as open
    from recent
    cross join lateral unnest(areas) as area_id
    group by area_id
), scored as materialized (
    -- Of each scorer the newest word on a block.
    select distinct on (segment_id, scorer) segment_id, scorer, score
    from upkeep.appearance
    where day <= :asOf
      and day > cast(:asOf as date) - cast(:scoreDays as integer)
    order by segment_id, scorer, day desc
), looks as materialized (
    select area_id, count(distinct scorer) as scorers, avg(score) as appearance
    from (select distinct area_id, segment_id from face) f
    join scored using (segment_id)
    group by area_id
), cleaned as materialized (
    select f.area_id, max(cast(c.day as date)) as day
    from unnest(cast(:cleaned as bigint[]), cast(:cleanedOn as text[])) as c (segment_id, day)
    join face f on f.segment_id = c.segment_id
    where cast(c.day as date) <= :asOf
    group by f.area_id
), streets as materialized (
    select area_id, sum(km) as street_km
    from face
    group by area_id
), elsewhere as materialized (
    select count(*) as requests
    from recent
    where is_new
      and not areas && coalesce((select array_agg(id) from area), '{}')
)
select a.key, a.name, st_area(a.geom::geography, false) / 1000000 as area_km2, coalesce(s.street_km, 0) as street_km,
       coalesce(k.dumping, 0) as dumping, coalesce(k.litter, 0) as litter, coalesce(k.cleaning, 0) as cleaning,
       coalesce(k.bulk, 0) as bulk, coalesce(k.graffiti, 0) as graffiti, coalesce(k.weeds, 0) as weeds, coalesce(k.other, 0) as other,
       coalesce(k.repeats, 0) as repeats, coalesce(k.open, 0) as open,
       coalesce(l.scorers, 0) as scorers, case when l.scorers >= :leastScorers then l.appearance end as appearance,
       cast(:asOf as date) - c.day as days_since_clean_up,
       e.requests as elsewhere
from area a
cross join elsewhere e
left join streets s on s.area_id = a.id
left join asked k on k.area_id = a.id
left join looks l on l.area_id = a.id
left join cleaned c on c.area_id = a.id
order by a.key
