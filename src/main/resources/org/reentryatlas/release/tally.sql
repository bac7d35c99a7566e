-- Per atom and measure: people, distinct addresses, the fullest address, people at group quarters.
with answer as (
    select atom_no, 'people' as measure, address_no, quarters
    from located
    where outcome = 'in_area'
    union all
    select atom_no, 'new', address_no, quarters
    from located
    where outcome = 'in_area'
      and is_new
    union all
    select atom_no, 'need_' || need, address_no, quarters
    from located
    cross join unnest(needs) as need
    where outcome = 'in_area'
), at_address as (
    select atom_no, measure, address_no, quarters, count(*) as people
    from answer
    group by atom_no, measure, address_no, quarters
)
select atom_no,
       measure,
       sum(people) as people,
       count(distinct address_no) as addresses,
       coalesce(max(people) filter (where not quarters), 0) as largest_address,
       coalesce(sum(people) filter (where quarters), 0) as group_quarters
from at_address
group by atom_no, measure
