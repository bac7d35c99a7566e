-- Which of some keys are areas of the police on a day.
with day_set as (
    select id, base_level
    from boundary.area_set
    where base_level in ('beat', 'sector', 'district', 'city')
      and valid_from <= :day and (valid_to is null or valid_to > :day)
    order by array_position(array ['beat', 'sector', 'district', 'city'], base_level)
    limit 1
)
select a.key
from day_set s
join boundary.area a on a.set_id = s.id and a.level = s.base_level
where a.key = any (:keys)
