-- Rows whose content differs take the new one and keep their identifier here.
update address.segment k
set street = e.street,
    street_id = e.street_id,
    left_from = e.left_from,
    left_to = e.left_to,
    right_from = e.right_from,
    right_to = e.right_to,
    left_postal_code = e.left_postal_code,
    right_postal_code = e.right_postal_code,
    city = e.city,
    class = e.class,
    direction = e.direction,
    speed_kmh = e.speed_kmh,
    geom = e.geom,
    content = e.content
from edition e
where k.source = :source
  and k.source_id = e.source_id
  and k.content <> e.content
