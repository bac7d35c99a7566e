-- The levels of areas that hold on a day.
select distinct a.level
from boundary.area_set s
join boundary.area a on a.set_id = s.id
where s.valid_from <= :day
  and (s.valid_to is null or s.valid_to > :day)
order by a.level
