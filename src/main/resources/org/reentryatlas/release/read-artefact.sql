select media_type, content
from published.artefact
where release_id = :releaseId
  and name = :name
