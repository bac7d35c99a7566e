-- One level above the base; the level above it must be there already. An empty :parentLevel says that there is none.
insert into boundary.area (set_id, level, key, name, parent_id, population, geom)
select :setId,
       :level,
       u.key,
       case when :level = 'city' then :cityName else u.key end,
       p.id,
       u.population,
       u.geom
from incoming_union u
left join boundary.area p
  on p.set_id = :setId
 and p.level = :parentLevel
 and p.key = u.keys ->> cast(:parentLevel as text)
where u.level = :level
order by u.key
