-- The state of both sides of each block. A request in the middle of the street counts for both. Each step is materialized, as in list-areas.sql.
with recent as materialized (
    select segment_id, side, kind, repeats,
           opened > cast(:requestsTo as date) - cast(:days as integer) as is_new,
           status = 'open' or closed > :requestsTo as is_open
    from upkeep.service_request
    where opened <= :requestsTo
      and (opened > cast(:requestsTo as date) - cast(:days as integer) or status = 'open' or closed > :requestsTo)
      and segment_id is not null
), asked as materialized (
    select r.segment_id, f.side,
           count(*) filter (where is_new and not repeats and kind = 'dumping') as dumping,
           count(*) filter (where is_new and not repeats and kind = 'litter') as litter,
           count(*) filter (where is_new and not repeats and kind = 'cleaning') as cleaning,
           count(*) filter (where is_new and not repeats and kind = 'bulk') as bulk,
           count(*) filter (where is_new and not repeats and kind = 'graffiti') as graffiti,
           count(*) filter (where is_new and not repeats and kind = 'weeds') as weeds,
           count(*) filter (where is_new and not repeats and kind = 'other') as other,
           count(*) filter (where is_new and repeats) as repeats,
           count(*) filter (where is_open and not repeats and kind <> 'bulk') as open
    from recent r
    join (values ('left'), ('right')) f (side) on r.side is null or r.side = f.side
    group by r.segment_id, f.side
), scored as materialized (
    select distinct on (segment_id, scorer) segment_id, scorer, score
    from upkeep.appearance
    where day <= :asOf
      and day > cast(:asOf as date) - cast(:scoreDays as integer)
    order by segment_id, scorer, day desc
), looks as materialized (
    select segment_id, count(*) as scorers, avg(score) as appearance
    from scored
    group by segment_id
), cleaned as materialized (
    select c.segment_id, max(cast(c.day as date)) as day
    from unnest(cast(:cleaned as bigint[]), cast(:cleanedOn as text[])) as c (segment_id, day)
    where cast(c.day as date) <= :asOf
    group by c.segment_id
)
select b.id, f.side, b.street, least(f.first, f.last) as lowest, greatest(f.first, f.last) as highest,
       st_length(b.geom::geography, false) / 1000 as street_km,
       coalesce(k.dumping, 0) as dumping, coalesce(k.litter, 0) as litter, coalesce(k.cleaning, 0) as cleaning,
       coalesce(k.bulk, 0) as bulk, coalesce(k.graffiti, 0) as graffiti, coalesce(k.weeds, 0) as weeds, coalesce(k.other, 0) as other,
       coalesce(k.repeats, 0) as repeats, coalesce(k.open, 0) as open,
       coalesce(l.scorers, 0) as scorers, case when l.scorers >= :leastScorers then l.appearance end as appearance,
       cast(:asOf as date) - c.day as days_since_clean_up
from upkeep.block b
cross join lateral (values ('left', b.left_from, b.left_to), ('right', b.right_from, b.right_to)) as f (side, first, last)
left join asked k on k.segment_id = b.id and k.side = f.side
left join looks l on l.segment_id = b.id
left join cleaned c on c.segment_id = b.id
order by b.id, f.side
