select area_set_id
from published.release_set
where release_id = :releaseId
order by area_set_id
