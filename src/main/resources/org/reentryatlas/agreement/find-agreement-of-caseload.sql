select id
from agreement.caseload
where caseload_id = :caseloadId
