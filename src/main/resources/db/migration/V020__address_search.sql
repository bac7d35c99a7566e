-- Who looks for an area by an address asks the open address reference, as the serving role: its streets, where their numbers
-- are, and the functions that read a spelling. Neither units of houses nor the register of facilities is among it.

grant usage on schema address to atlas_web;
grant select on address.street, address.locality, address.ending to atlas_web;
grant select (street_id, number, number_suffix, block_to, city, postal_code, geom) on address.point to atlas_web;
grant select (street_id, left_from, left_to, right_from, right_to, left_postal_code, right_postal_code, city, geom)
    on address.segment to atlas_web;
grant execute on function address.clean(text), address.words(), address.word_of(text, text), address.split_number(text),
    address.standard_name(text[]), address.parse_street(text), address.split_tail(text),
    address.beside(geometry, double precision, integer, double precision) to atlas_web;
