select content
from supervision.proof
where release_id = :releaseId
