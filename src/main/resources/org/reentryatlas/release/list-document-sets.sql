-- The area sets in which a release has numbers.
select s.base_level || ':' || s.valid_from as id, s.base_level, s.source, s.fingerprint, s.valid_from, s.valid_to
from boundary.area_set s
where exists (
    select
    from published.cell c
    join boundary.area a on a.id = c.area_id
    where c.release_id = :releaseId
      and a.set_id = s.id
)
