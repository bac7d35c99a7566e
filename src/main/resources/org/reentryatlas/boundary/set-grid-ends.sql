update boundary.area_set g
set valid_to = s.valid_to
from boundary.area_set s
where s.id = g.grid_of
  and s.valid_to is distinct from g.valid_to
