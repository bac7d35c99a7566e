-- Rows whose content differs take the new one and keep their identifier here.
update address.point k
set house_number = e.house_number,
    street = e.street,
    unit = e.unit,
    city = e.city,
    state = e.state,
    postal_code = e.postal_code,
    kind = e.kind,
    units = e.units,
    number = e.number,
    number_suffix = e.number_suffix,
    block_to = e.block_to,
    street_id = e.street_id,
    geom = e.geom,
    content = e.content
from edition e
where k.source = :source
  and k.source_id = e.source_id
  and k.content <> e.content
