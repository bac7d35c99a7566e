select class || case when method = '' then '' else ' (' || method || ')' end as name, count(*) as people
from classified
group by class, method
order by class, method
