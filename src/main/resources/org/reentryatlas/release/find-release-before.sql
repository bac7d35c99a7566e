-- The newest release of the last reference date before.
select id
from published.release
where reference_date < :asOf
order by reference_date desc, published_at desc
limit 1
