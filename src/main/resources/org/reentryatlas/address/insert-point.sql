insert into address.point (
    source, source_id, house_number, street, unit, city, state, postal_code, kind, units, number, number_suffix, block_to, street_id,
    geom, content
)
select :source, source_id, house_number, street, unit, city, state, postal_code, kind, units, number, number_suffix, block_to, street_id,
       geom, content
from edition e
where not exists (
    select
    from address.point k
    where k.source = :source
      and k.source_id = e.source_id
)
