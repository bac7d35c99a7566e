select name, media_type, sha256, octet_length(content) as bytes
from published.artefact
where release_id = :releaseId
  and name = :name
