select id, ledgered
from published.release
order by reference_date, published_at, id
