insert into boundary.area (set_id, level, key, name, parent_id, population, geom)
select :setId, :level, i.key, i.name, p.id, i.population, st_multi(i.geom)
from incoming_area i
left join boundary.area p
  on p.set_id = :setId
 and p.level = :parentLevel
 and p.key = i.keys ->> cast(:parentLevel as text)
order by i.key
