select c.measure, a.level, a.key, c.status, c.value, c.earlier
from published.cell c
join boundary.area a on a.id = c.area_id
where c.release_id = :releaseId
