select id, reference_date, coalesce(below_gate, '') as below_gate, new_since
from published.release
where id = :releaseId
