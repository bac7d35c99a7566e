-- What the geocoder is asked: residences without a position, and those so near a facility that they may be at it.
insert into geocode_request (row_number, address, city, postal_code)
select row_number, coalesce(address, ''), coalesce(city, ''), coalesce(postal_code, '')
from incoming_record i
where stated in ('residence', 'halfway_house', 'shelter')
  and (lon is null
       or address is not null
          and exists (
              select
              from address.facility f
              -- About 100 m north or south, and less to the sides: rows further away cannot be at it.
              where st_dwithin(f.geom, st_setsrid(st_makepoint(i.lon, i.lat), 4326), 0.001)
          ))
