-- The sets of beats that have no grid yet.
select s.id, s.base_level, s.source, s.valid_from, s.valid_to, s.grid_of
from boundary.area_set s
where s.base_level = 'beat'
  and not exists (select from boundary.area_set g where g.grid_of = s.id)
order by s.id
