insert into geocode_request (row_number, address, city, postal_code)
select number, concat_ws(' ', address ->> 'address_1', address ->> 'address_2'), coalesce(address ->> 'city', ''),
       coalesce(address ->> 'postal_code', '')
from incoming_place
where kind = 'physical'
  and fields ->> 'lon' is null
  and address ->> 'address_1' is not null
