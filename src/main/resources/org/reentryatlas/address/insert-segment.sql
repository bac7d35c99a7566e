insert into address.segment (
    source, source_id, street, street_id, left_from, left_to, right_from, right_to, left_postal_code, right_postal_code, city, class,
    direction, speed_kmh, geom, content
)
select :source, source_id, street, street_id, left_from, left_to, right_from, right_to, left_postal_code, right_postal_code, city, class,
       direction, speed_kmh, geom, content
from edition e
where not exists (
    select
    from address.segment k
    where k.source = :source
      and k.source_id = e.source_id
)
