-- The areas of a level as the unions of the level below. Edges that differ in the last digit leave seams: where one shows,
-- the union is made again on a grid of a tenth of a millimetre, which takes four times as long.
with part as (
    select keys, population, geom from incoming_area where :fromBase
    union all
    select keys, population, geom from incoming_union where level = :lower and not :fromBase
),
joined as (
    select keys ->> cast(:level as text) as key,
           (array_agg(keys))[1] as keys,
           sum(population) as population,
           st_union(geom) as geom
    from part
    group by 1
),
judged as (
    select *,
           st_numgeometries(geom) > 1
               or exists (
                   select
                   from st_dump(st_collectionextract(geom, 3)) polygon
                   cross join lateral st_dumprings(polygon.geom) ring
                   where ring.path[1] > 0
                     and 2 * st_area(ring.geom) < 1e-8 * st_perimeter(ring.geom)
               ) as may_have_seams
    from joined
)
insert into incoming_union (level, key, keys, population, geom)
select :level,
       key,
       keys,
       population,
       st_multi(st_collectionextract(
           case
               when may_have_seams then (
                   select st_union(part.geom, 1e-9) from part where part.keys ->> cast(:level as text) = judged.key
               )
               else geom
           end,
           3))
from judged
