select id, rows_read, rows_read - rows_accepted as rows_rejected
from supervision.caseload
where reference_date = :referenceDate
order by id desc
limit 1
