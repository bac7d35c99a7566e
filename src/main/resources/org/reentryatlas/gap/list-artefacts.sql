select name, media_type, sha256, octet_length(content) as bytes
from gap.artefact
where run_id = :runId
order by name
