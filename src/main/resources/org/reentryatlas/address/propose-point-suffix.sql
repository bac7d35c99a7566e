-- A suffix that is missing on one side, or one with which the reference knows no street of that name.
insert into geocode_candidate
select t.id, p.point_id, p.facility_id, p.source, p.street_id, p.number, p.number_suffix, p.unit,
       p.city, p.postal_code, p.geom
from geocode_open t
join address.street s on (s.name, s.predir, s.postdir) = (t.name, t.predir, t.postdir) and s.suffix <> t.suffix
join address.place p on p.street_id = s.id
    and p.number = t.number
    and p.number_suffix = t.number_suffix
    and p.block_to is not distinct from t.block_to
where t.suffix = ''
   or s.suffix = ''
   or not exists (select from address.street other where other.name = t.name and other.suffix = t.suffix)
