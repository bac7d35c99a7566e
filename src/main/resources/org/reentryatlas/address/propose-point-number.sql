-- "1631-49" stands at 1631, "12A" at 12; and the other way round where the reference has only such a number.
insert into geocode_candidate
select t.id, p.point_id, p.facility_id, p.source, p.street_id, p.number, p.number_suffix, p.unit,
       p.city, p.postal_code, p.geom
from geocode_open t
join address.street s using (predir, name, suffix, postdir)
join address.place p on p.street_id = s.id and p.number = t.number and (p.number_suffix = '') <> (t.number_suffix = '')
where t.block_to is null and p.block_to is null
