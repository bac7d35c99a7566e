select class, method, count(*) as people
from incoming_record
group by class, method
order by class, method
