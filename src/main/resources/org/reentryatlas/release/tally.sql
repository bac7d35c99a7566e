-- Per base area and measure: people, distinct addresses, the fullest address, people at group quarters.
with answer as (
    select area_id, 'people' as measure, address, residence in ('halfway_house', 'shelter') as quarters
    from located
    where outcome = 'in_area'
    union all
    select area_id, 'need_' || need, address, residence in ('halfway_house', 'shelter')
    from located
    cross join unnest(needs) as need
    where outcome = 'in_area'
), at_address as (
    select area_id, measure, address, quarters, count(*) as people
    from answer
    group by area_id, measure, address, quarters
)
select area_id,
       measure,
       sum(people) as people,
       count(distinct address) as addresses,
       coalesce(max(people) filter (where not quarters), 0) as largest_address,
       coalesce(sum(people) filter (where quarters), 0) as group_quarters
from at_address
group by area_id, measure
