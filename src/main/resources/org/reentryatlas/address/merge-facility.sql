insert into address.facility as k (
    source, source_id, name, plain_name, kind, address, postal_code, capacity, number, number_suffix, street_id, geom, content
)
select :source, source_id, name, plain_name, kind, address, postal_code, capacity, number, number_suffix, street_id, geom, content
from edition
on conflict (source, source_id) do update
set name = excluded.name,
    plain_name = excluded.plain_name,
    kind = excluded.kind,
    address = excluded.address,
    postal_code = excluded.postal_code,
    capacity = excluded.capacity,
    number = excluded.number,
    number_suffix = excluded.number_suffix,
    street_id = excluded.street_id,
    geom = excluded.geom,
    content = excluded.content
where k.content <> excluded.content
