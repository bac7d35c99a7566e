-- What a run says of times of the week, as it was written.
select convert_from(content, 'UTF8')
from gap.artefact
where run_id = :runId
  and name = 'times.csv'
