select outcome, status, value
from published.not_mapped
where release_id = :releaseId
