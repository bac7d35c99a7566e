-- Blocks by what makes them alike.
select id, class
from upkeep.block
order by id
