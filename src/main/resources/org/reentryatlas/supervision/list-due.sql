-- Caseloads whose raw addresses are still here, with the last day on which they may be.
select c.id, c.reference_date, c.source, cast(c.loaded_at at time zone :zone as date) as loaded_on, c.raw_until
from supervision.caseload c
where not exists (select from supervision.purge_certificate p where p.caseload_id = c.id)
order by c.raw_until, c.id
