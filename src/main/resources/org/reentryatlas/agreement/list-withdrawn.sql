-- The releases that are served no more while an agreement does not hold.
select release_id
from agreement.release
where id = :id
order by release_id
