-- The name of a facility in place of an address.
insert into geocode_candidate
select t.id, null, f.id, f.source, f.street_id, f.number, f.number_suffix, '', '', f.postal_code, f.geom
from geocode_open t
join address.facility f on f.plain_name = coalesce(t.head, t.plain)
where f.plain_name ~ '[A-Z]{3}'
