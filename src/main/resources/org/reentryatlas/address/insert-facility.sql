insert into address.facility (
    source, source_id, name, plain_name, kind, address, postal_code, capacity, number, number_suffix, street_id, geom, content
)
select :source, source_id, name, plain_name, kind, address, postal_code, capacity, number, number_suffix, street_id, geom, content
from edition e
where not exists (
    select
    from address.facility k
    where k.source = :source
      and k.source_id = e.source_id
)
