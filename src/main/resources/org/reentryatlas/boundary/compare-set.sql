-- What the staged areas would change of a kept set, by key. Coordinates count to a centimetre, so that another format of
-- the same data is no change.
with recursive up as (
    select a.id as base_id, a.level, a.key, a.parent_id
    from boundary.area a
    where a.set_id = :setId
      and a.level = :baseLevel
    union all
    select up.base_id, p.level, p.key, p.parent_id
    from up
    join boundary.area p on p.id = up.parent_id
),
chain as (
    select base_id, jsonb_object_agg(level, key) as keys from up group by base_id
),
kept as (
    select a.key, a.name, a.population, a.geom, chain.keys
    from boundary.area a
    join chain on chain.base_id = a.id
),
compared as (
    select k.key as kept_key,
           i.key as incoming_key,
           (k.name, k.population, k.keys) is not distinct from (i.name, i.population, i.keys)
               and (st_asbinary(k.geom) = st_asbinary(st_multi(i.geom))
                    or st_asbinary(st_normalize(st_snaptogrid(k.geom, 1e-7)))
                       = st_asbinary(st_normalize(st_snaptogrid(st_multi(i.geom), 1e-7)))) as is_same
    from kept k
    full join incoming_area i on i.key = k.key
)
select count(*) filter (where kept_key is null) as added,
       count(*) filter (where kept_key is not null and incoming_key is not null and not is_same) as changed,
       count(*) filter (where incoming_key is null) as removed,
       count(*) filter (where is_same) as unchanged
from compared
