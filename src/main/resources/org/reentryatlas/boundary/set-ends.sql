-- Each set of the level holds until the day its loader named or the next one starts, whichever is first.
update boundary.area_set s
set valid_to = ends.valid_to
from (
    select id,
           least(stated_valid_to, lead(valid_from) over (order by valid_from)) as valid_to
    from boundary.area_set
    where base_level = :baseLevel
) ends
where ends.id = s.id
  and s.valid_to is distinct from ends.valid_to
