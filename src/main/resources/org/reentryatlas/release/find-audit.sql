select cast(summary as text)
from supervision.release_audit
where release_id = :releaseId
