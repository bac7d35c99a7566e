-- The level whose areas the police levels are unions of.
select s.base_level
from published.release r
join boundary.area_set s on s.id = r.area_set_id
where r.id = :releaseId
