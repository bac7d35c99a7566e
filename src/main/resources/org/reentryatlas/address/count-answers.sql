select class, method, count(*) as rows
from geocode_answer
group by class, method
order by class, method
