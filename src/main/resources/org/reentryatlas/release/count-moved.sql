-- People who live where nobody is known to live, and are counted beside it.
select count(*)
from located
where outcome = 'in_area'
  and is_moved
