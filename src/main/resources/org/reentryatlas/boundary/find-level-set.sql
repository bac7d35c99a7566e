-- The set that holds on the day and has areas of the level; the level a file brought itself before one made of unions.
select s.id, s.base_level, s.source, s.valid_from, s.valid_to, s.grid_of
from boundary.area_set s
where s.valid_from <= :day
  and (s.valid_to is null or s.valid_to > :day)
  and exists (select from boundary.area a where a.set_id = s.id and a.level = :level)
order by s.base_level = :level desc, s.valid_from desc, s.id desc
limit 1
