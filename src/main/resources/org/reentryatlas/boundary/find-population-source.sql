-- Where residents are known by census areas: the newest set whose every base area states them, block groups before tracts.
select s.id
from boundary.area_set s
where s.base_level in ('block_group', 'tract')
  and not exists (
      select from boundary.area a where a.set_id = s.id and a.level = s.base_level and a.population is null
  )
order by s.base_level = 'block_group' desc, s.valid_from desc
limit 1
