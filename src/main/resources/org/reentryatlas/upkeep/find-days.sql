-- The first day with a request, and the last up to a day.
select min(opened) as first, max(opened) as last
from upkeep.service_request
where opened <= :upTo
having max(opened) is not null
