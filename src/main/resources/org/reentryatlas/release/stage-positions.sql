create temporary table position on commit drop as
select record_id, geom
from supervision.raw_residence
where caseload_id = :caseloadId
  and geom is not null
