insert into address.point (source_id, house_number, street, city, postal_code, kind, units, geom)
select source_id, coalesce(house_number, ''), coalesce(street, ''), coalesce(city, ''), coalesce(postal_code, ''),
       kind, units, st_setsrid(st_makepoint(lon, lat), 4326)
from incoming_point
on conflict (source_id) do update
set house_number = excluded.house_number,
    street = excluded.street,
    city = excluded.city,
    postal_code = excluded.postal_code,
    kind = excluded.kind,
    units = excluded.units,
    geom = excluded.geom
