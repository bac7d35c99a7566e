-- The address as it is written.
insert into geocode_candidate
select t.id, p.point_id, p.facility_id, p.street_id, p.number, p.number_suffix, p.unit, p.city, p.postal_code, p.geom
from geocode_text t
join address.street s using (predir, name, suffix, postdir)
join address.place p on p.street_id = s.id
    and p.number = t.number
    and p.number_suffix = t.number_suffix
    and p.block_to is not distinct from t.block_to
where t.class is null
  and not exists (select from geocode_found f where f.text_id = t.id)
