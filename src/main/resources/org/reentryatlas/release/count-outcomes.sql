select outcome, count(*) as people
from located
group by outcome
