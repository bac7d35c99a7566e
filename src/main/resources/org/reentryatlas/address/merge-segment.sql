insert into address.segment as k (
    source, source_id, street, street_id, left_from, left_to, right_from, right_to, left_postal_code, right_postal_code, city, geom,
    content
)
select :source, source_id, street, street_id, left_from, left_to, right_from, right_to, left_postal_code, right_postal_code, city, geom,
       content
from edition
on conflict (source, source_id) do update
set street = excluded.street,
    street_id = excluded.street_id,
    left_from = excluded.left_from,
    left_to = excluded.left_to,
    right_from = excluded.right_from,
    right_to = excluded.right_to,
    left_postal_code = excluded.left_postal_code,
    right_postal_code = excluded.right_postal_code,
    city = excluded.city,
    geom = excluded.geom,
    content = excluded.content
where k.content <> excluded.content
