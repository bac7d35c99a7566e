select content
from gap.artefact
where run_id = :runId
  and name = :name
