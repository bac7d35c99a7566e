-- Keys that no area of the police has in the boundaries that hold now.
select given.key
from unnest(:areas) with ordinality as given (key, number)
where not exists (
    select
    from boundary.area a
    join boundary.area_set s on s.id = a.set_id
    where a.key = given.key
      and a.level = s.base_level
      and a.level in ('beat', 'sector', 'district', 'city')
      and s.valid_to is null)
order by given.number
