-- The base areas of the set, and the levels above as sums of theirs.
with recursive lifted as (
    select a.id, a.parent_id, coalesce(sum(p.residents), 0) as residents
    from boundary.area a
    left join apportioned p on p.target_id = a.id
    where a.set_id = :setId
      and a.level = (select base_level from boundary.area_set where id = :setId)
    group by a.id
    union all
    select up.id, up.parent_id, l.residents
    from lifted l
    join boundary.area up on up.id = l.parent_id
), outside as (
    insert into boundary.population_outside (set_id, source_area_id, residents)
    select :setId, source_id, residents
    from apportioned
    where target_id is null and residents > 0
)
insert into boundary.population (area_id, residents, method, source_set_id)
select id, sum(residents), 'apportioned', :sourceSet
from lifted
group by id
