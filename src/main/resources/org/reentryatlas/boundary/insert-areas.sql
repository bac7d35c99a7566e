-- One level of a new set: each area is the union of the base areas that carry its key. At the base level that is the
-- area itself. The level above must be there already; an empty :parentLevel says that there is none.
insert into boundary.area (set_id, level, key, name, parent_id, population, geom)
select :setId,
       :level,
       i.keys ->> :level,
       case
           when :level = 'city' then :cityName
           when :isBase then min(i.name)
           else i.keys ->> :level
       end,
       p.id,
       sum(i.population),
       st_multi(st_collectionextract(st_union(i.geom), 3))
from incoming_area i
left join boundary.area p
  on p.set_id = :setId
 and p.level = :parentLevel
 and p.key = i.keys ->> :parentLevel
group by i.keys ->> :level, p.id
order by i.keys ->> :level
