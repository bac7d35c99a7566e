select id, reference_date, coalesce(below_gate, '') as below_gate
from published.release
where id = :releaseId
