select outcome, value
from published.not_mapped
where release_id = :releaseId
  and status = 'shown'
