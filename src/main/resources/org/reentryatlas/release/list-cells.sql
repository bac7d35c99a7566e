select measure, area_id, status, value, earlier
from published.cell
where release_id = :releaseId
