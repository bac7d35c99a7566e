-- By the clock of Greenwich, so that it is the same day for everybody.
select (changed_at at time zone 'UTC')::date
from address.change
where kind = 'segment'
