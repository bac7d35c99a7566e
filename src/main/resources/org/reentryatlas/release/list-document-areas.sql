-- The areas of a release with what is public of them.
select a.level,
       a.key,
       a.name,
       coalesce(p.level, '') as parent_level,
       coalesce(p.key, '') as parent_key,
       residents.residents,
       s.base_level || ':' || s.valid_from as area_set,
       exists (
           select
           from published.area_flag f
           where f.release_id = :releaseId
             and f.area_id = a.id
             and f.flag = 'low_hit_rate'
       ) as low_hit_rate
from boundary.area a
join boundary.area_set s on s.id = a.set_id
left join boundary.area p on p.id = a.parent_id
left join boundary.population residents on residents.area_id = a.id
where exists (select from published.cell c where c.release_id = :releaseId and c.area_id = a.id)
