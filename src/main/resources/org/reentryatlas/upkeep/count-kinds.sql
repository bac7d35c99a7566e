select kind, count(*) as requests
from edition
group by kind
order by requests desc, kind
