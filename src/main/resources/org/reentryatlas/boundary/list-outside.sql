select a.key, o.residents
from boundary.population_outside o
join boundary.area a on a.id = o.source_area_id
where o.set_id = :setId
order by o.residents desc, a.key
