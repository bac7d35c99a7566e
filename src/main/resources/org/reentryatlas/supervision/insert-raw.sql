insert into supervision.raw_residence (caseload_id, record_id, address, geom)
select :caseloadId, record_id, coalesce(address, ''), st_setsrid(st_makepoint(lon, lat), 4326)
from classified
where address is not null
   or lon is not null
