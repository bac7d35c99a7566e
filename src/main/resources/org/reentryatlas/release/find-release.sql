select id
from published.release
where reference_date = :asOf
order by published_at desc
limit 1
