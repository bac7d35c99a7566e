-- The areas that the release has numbers for, in a fixed order: base areas with ground among the beats, and what they make up.
-- No level comes from two sets: that of a set is in :levels, beside it in :setIds.
with recursive used as (
    select a.id, a.set_id, a.level, a.key, a.parent_id
    from boundary.area a
    where a.id in (
        select b.area_id
        from base_area b
        where b.layer = 1
           or b.no in (select unnest(areas) from piece union select unnest(areas) from atom)
    )
    union
    select a.id, a.set_id, a.level, a.key, a.parent_id
    from used u
    join boundary.area a on a.id = u.parent_id
)
select u.id, u.level, u.key, u.parent_id, s.base_level || ':' || s.valid_from as area_set
from used u
join boundary.area_set s on s.id = u.set_id
join unnest(cast(:setIds as bigint[]), cast(:levels as text[])) with ordinality as l (set_id, level, position)
  on l.set_id = u.set_id
 and l.level = u.level
order by l.position, u.key
