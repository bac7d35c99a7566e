select measure, area_id, status, value
from published.cell
where release_id = :releaseId
