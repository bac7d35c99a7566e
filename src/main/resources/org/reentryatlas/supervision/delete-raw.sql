with removed as (
    delete from supervision.raw_residence
    where caseload_id = :caseloadId
    returning address <> '' as had_address, geom is not null as had_position
)
select count(*) filter (where had_address) as addresses, count(*) filter (where had_position) as positions
from removed
