-- The areas of a level that a release has numbers for, rings as RFC 7946 wants them.
select a.id,
       a.key,
       a.name,
       p.key as parent,
       exists (
           select
           from published.area_flag f
           where f.release_id = :releaseId
             and f.area_id = a.id
             and f.flag = 'low_hit_rate'
       ) as low_hit_rate,
       st_asbinary(st_forcepolygonccw(a.geom)) as wkb
from boundary.area a
left join boundary.area p on p.id = a.parent_id
where a.set_id = (
      select area_set_id from published.release_set where release_id = :releaseId and :level = any (levels)
  )
  and a.level = :level
  -- Of a set that reaches beyond the jurisdiction, the areas outside have no numbers.
  and exists (select from published.cell c where c.release_id = :releaseId and c.area_id = a.id and c.measure = 'people')
order by a.key
