-- The file's own numbers, and their sums above.
insert into boundary.population (area_id, residents, method, source_set_id)
select id, population, 'stated', set_id
from boundary.area
where set_id = :setId
  and population is not null
