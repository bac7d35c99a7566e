-- A release by its name, or the newest of a date.
select r.id,
       r.reference_date,
       r.published_at,
       r.below_gate,
       c.source,
       c.fingerprint,
       c.rows_read
from published.release r
join (select distinct release_id, caseload_id from supervision.reconciliation) made on made.release_id = r.id
join supervision.caseload c on c.id = made.caseload_id
where r.id = :release
   or cast(r.reference_date as text) = :release
order by r.published_at desc
limit 1
