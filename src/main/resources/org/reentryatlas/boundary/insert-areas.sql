-- One level of a new set: each area is the union of the base areas that carry its key. At the base level that is the
-- area itself. The level above must be there already; an empty :parentLevel says that there is none.
with keyed as (
    select name,
           population,
           geom,
           keys ->> cast(:level as text) as key,
           keys ->> cast(:parentLevel as text) as parent_key
    from incoming_area
)
insert into boundary.area (set_id, level, key, name, parent_id, population, geom)
select :setId,
       :level,
       k.key,
       case
           when :level = 'city' then :cityName
           when :isBase then min(k.name)
           else k.key
       end,
       p.id,
       sum(k.population),
       case
           when :isBase then (array_agg(k.geom))[1]
           -- On a grid of a tenth of a millimetre: edges that differ in the last digit must not leave a seam.
           else st_multi(st_collectionextract(st_union(k.geom, 1e-9), 3))
       end
from keyed k
left join boundary.area p
  on p.set_id = :setId
 and p.level = :parentLevel
 and p.key = k.parent_key
group by k.key, p.id
order by k.key
