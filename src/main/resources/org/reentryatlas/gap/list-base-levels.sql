-- The levels whose areas others are unions of, each from a set of its own: the police's own first.
select s.base_level
from published.release r
join published.release_set rs on rs.release_id = r.id
join boundary.area_set s on s.id = rs.area_set_id
where r.id = :releaseId
  and s.base_level = any (rs.levels)
order by s.id <> r.area_set_id, s.base_level
