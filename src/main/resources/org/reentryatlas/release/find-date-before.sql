select max(reference_date)
from published.release
where reference_date < :asOf
having count(*) > 0
