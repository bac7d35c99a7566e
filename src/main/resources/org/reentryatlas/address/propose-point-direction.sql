-- A direction that is missing, stands before the name instead of after it, or with which the reference knows no such street.
insert into geocode_candidate
select t.id, p.point_id, p.facility_id, p.source, p.street_id, p.number, p.number_suffix, p.unit,
       p.city, p.postal_code, p.geom
from geocode_open t
join address.street s on s.name = t.name and (s.suffix = t.suffix or t.suffix = '')
    and (s.predir, s.postdir) <> (t.predir, t.postdir)
join address.place p on p.street_id = s.id
    and p.number = t.number
    and p.number_suffix = t.number_suffix
    and p.block_to is not distinct from t.block_to
where (t.predir = '' or t.predir = s.predir) and (t.postdir = '' or t.postdir = s.postdir)
   or (t.predir, t.postdir) = (s.postdir, s.predir)
   or s.predir || s.postdir = ''
   -- One that contradicts is a mistake only where no such street has it.
   or not exists (
        select from address.street other
        where other.name = t.name and (other.suffix = t.suffix or t.suffix = '')
          and (t.predir not in ('', s.predir) and other.predir = t.predir
               or t.postdir not in ('', s.postdir) and other.postdir = t.postdir)
    )
