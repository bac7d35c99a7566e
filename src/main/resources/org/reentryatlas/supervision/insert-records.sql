insert into supervision.record (caseload_id, record_id, residence, address, geom, needs, start_date, end_date, verified_on)
select :caseloadId, record_id, residence, coalesce(address, ''), st_setsrid(st_makepoint(lon, lat), 4326),
       needs, start_date, end_date, verified_on
from incoming_record
