-- The police sets, whether their file leaves out residents somewhere, and whether what is kept of each rests on the census
-- set that counts now; one whose file states all residents rests on itself.
select s.id, s.base_level, s.valid_from, file.lacks,
       exists (
           select from boundary.area a
           join boundary.population p on p.area_id = a.id
           where a.set_id = s.id
             and p.source_set_id = case when file.lacks then cast(:sourceSet as bigint) else s.id end
       ) as is_current
from boundary.area_set s
cross join lateral (
    select exists (
        select from boundary.area a where a.set_id = s.id and a.level = s.base_level and a.population is null
    ) as lacks
) file
where s.base_level in ('beat', 'sector', 'district')
order by s.id
