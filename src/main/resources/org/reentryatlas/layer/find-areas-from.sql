-- The day from which the areas hold that a release has numbers of at a level.
select s.valid_from
from published.release_set r
join boundary.area_set s on s.id = r.area_set_id
where r.release_id = :releaseId
  and :level = any (r.levels)
