-- Per base area and measure: people, distinct addresses, the fullest address, people at group quarters.
with answer as (
    select area_id, 'people' as measure, address_no, quarters
    from located
    where outcome = 'in_area'
    union all
    select area_id, 'need_' || need, address_no, quarters
    from located
    cross join unnest(needs) as need
    where outcome = 'in_area'
), at_address as (
    select area_id, measure, address_no, quarters, count(*) as people
    from answer
    group by area_id, measure, address_no, quarters
)
select area_id,
       measure,
       sum(people) as people,
       count(distinct address_no) as addresses,
       coalesce(max(people) filter (where not quarters), 0) as largest_address,
       coalesce(sum(people) filter (where quarters), 0) as group_quarters
from at_address
group by area_id, measure
