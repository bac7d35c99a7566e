select reference_date
from published.release
where id = :releaseId
