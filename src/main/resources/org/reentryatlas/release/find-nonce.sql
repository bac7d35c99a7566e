select nonce
from supervision.seal
where release_id = :releaseId
