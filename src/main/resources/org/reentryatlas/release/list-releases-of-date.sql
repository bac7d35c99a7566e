-- The releases of a reference date, in the order in which they were published.
select id
from published.release
where reference_date = :asOf
order by published_at, id
