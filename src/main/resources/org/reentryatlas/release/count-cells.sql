select a.level,
       c.measure,
       count(*) as cells,
       count(*) filter (where c.status = 'shown') as shown,
       count(*) filter (where c.status = 'hidden') as hidden,
       count(*) filter (where c.status = 'zero') as zero
from published.cell c
join boundary.area a on a.id = c.area_id
where c.release_id = :releaseId
group by a.level, c.measure
