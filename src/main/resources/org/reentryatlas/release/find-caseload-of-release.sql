-- The SHA-256 of the file that a release was made from.
select distinct c.fingerprint
from supervision.reconciliation made
join supervision.caseload c on c.id = made.caseload_id
where made.release_id = :releaseId
