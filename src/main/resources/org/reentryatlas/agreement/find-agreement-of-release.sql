select id
from agreement.release
where release_id = :releaseId
