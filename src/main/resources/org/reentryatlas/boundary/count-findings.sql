select verdict, kind, count(*) as findings, coalesce(sum(square_metres), 0) as square_metres
from finding
group by verdict, kind
order by min(position)
