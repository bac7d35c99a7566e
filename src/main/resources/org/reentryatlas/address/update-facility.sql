-- Rows whose content differs take the new one and keep their identifier here.
update address.facility k
set name = e.name,
    plain_name = e.plain_name,
    kind = e.kind,
    address = e.address,
    postal_code = e.postal_code,
    capacity = e.capacity,
    number = e.number,
    number_suffix = e.number_suffix,
    street_id = e.street_id,
    geom = e.geom,
    content = e.content
from edition e
where k.source = :source
  and k.source_id = e.source_id
  and k.content <> e.content
