select a.level, count(*) as areas
from published.area_flag f
join boundary.area a on a.id = f.area_id
where f.release_id = :releaseId
  and f.flag = 'low_hit_rate'
group by a.level
order by a.level
