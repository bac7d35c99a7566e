select count(*)
from gap.run
where release_id = :releaseId
