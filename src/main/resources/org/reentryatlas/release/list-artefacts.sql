select name, sha256
from published.artefact
where release_id = :releaseId
