-- The account of a run as it was written.
select convert_from(content, 'UTF8')
from gap.artefact
where run_id = :runId
  and name = 'account.csv'
