-- The releases that show an area of the set.
select release_id
from published.release_set
where area_set_id = :setId
order by 1
