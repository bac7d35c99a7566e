select name, media_type, sha256, content
from gap.artefact
where run_id = :runId
  and name = :name
