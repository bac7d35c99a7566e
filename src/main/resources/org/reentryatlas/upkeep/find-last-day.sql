-- The last day with a request up to a day.
select max(opened)
from upkeep.service_request
where opened <= :upTo
having max(opened) is not null
