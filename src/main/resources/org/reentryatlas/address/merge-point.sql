insert into address.point as k (
    source, source_id, house_number, street, unit, city, state, postal_code, kind, units, number, number_suffix, block_to, street_id,
    geom, content
)
select :source, source_id, house_number, street, unit, city, state, postal_code, kind, units, number, number_suffix, block_to, street_id,
       geom, content
from edition
on conflict (source, source_id) do update
set house_number = excluded.house_number,
    street = excluded.street,
    unit = excluded.unit,
    city = excluded.city,
    state = excluded.state,
    postal_code = excluded.postal_code,
    kind = excluded.kind,
    units = excluded.units,
    number = excluded.number,
    number_suffix = excluded.number_suffix,
    block_to = excluded.block_to,
    street_id = excluded.street_id,
    geom = excluded.geom,
    content = excluded.content
where k.content <> excluded.content
