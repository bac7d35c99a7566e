select class, method, count(*) as people
from classified
group by class, method
order by class, method
