select id
from published.release
order by reference_date desc, published_at desc
limit 1
