select level
from published.release_set
cross join unnest(levels) as level
where release_id = :releaseId
