select id, rows_read, rows_read - rows_accepted as rows_rejected,
       coalesce(cast(rejected ->> 'not_current' as bigint), 0) as rows_not_current
from supervision.caseload
where reference_date = :referenceDate
order by id desc
limit 1
