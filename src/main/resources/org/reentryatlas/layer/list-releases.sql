select id,
       reference_date,
       published_at,
       area_set_id,
       k,
       rounding_base,
       min_addresses,
       coalesce(below_gate, '') as below_gate,
       new_since
from published.release
-- All of them, or one.
where cast(:releaseId as text) is null or id = :releaseId
order by reference_date desc, published_at desc
