select s.id, s.base_level, s.source, s.valid_from, s.valid_to, s.grid_of,
       (select count(*) from boundary.area a where a.set_id = s.id and a.level = s.base_level) as areas,
       (select count(*) from published.release_set r where r.area_set_id = s.id) as releases
from boundary.area_set s
order by s.base_level, s.valid_from
