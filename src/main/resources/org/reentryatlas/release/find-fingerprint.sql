select fingerprint
from supervision.caseload
where id = :caseloadId
