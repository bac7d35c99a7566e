select a.key, a.name, p.residents, p.method, s.source, s.valid_from
from boundary.population p
join boundary.area a on a.id = p.area_id
join boundary.area_set s on s.id = p.source_set_id
where a.set_id = :setId
  and a.level = :level
order by a.key
