select s.id, s.base_level, s.valid_from,
       exists (select from boundary.area a where a.set_id = s.id and a.level = s.base_level and a.population is null) as lacks
from boundary.area_set s
where s.base_level in ('beat', 'sector', 'district')
order by s.id
