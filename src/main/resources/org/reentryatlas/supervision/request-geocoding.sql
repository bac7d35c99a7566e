-- What the geocoder is asked: residences without a position, and those so near a facility that they may be at it (about
-- 100 m north or south, and less to the sides).
insert into geocode_request (row_number, address, city, postal_code)
select row_number, coalesce(address, ''), coalesce(city, ''), coalesce(postal_code, '')
from incoming_record
where is_placed
  and lon is null
union
select i.row_number, i.address, coalesce(i.city, ''), coalesce(i.postal_code, '')
from address.facility f
join incoming_record i
  on i.lat between st_y(f.geom) - 0.001 and st_y(f.geom) + 0.001
 and i.lon between st_x(f.geom) - 0.001 and st_x(f.geom) + 0.001
where i.address is not null
  and i.is_placed
