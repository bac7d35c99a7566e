-- Every set with the one of its base level before it, for each level that both have and that has more than one area, where
-- no crosswalk is kept (hexagons stay where they are): a set that is replaced or removed takes its own along.
select older.id as from_set, newer.id as to_set, shared.level
from boundary.area_set newer
join boundary.area_set older
  on older.base_level = newer.base_level
 and older.valid_to = newer.valid_from
cross join lateral (
    select level from boundary.area where set_id = newer.id and level <> 'city'
    intersect
    select level from boundary.area where set_id = older.id
) shared
where newer.base_level <> 'hex_8'
  and not exists (
    select from boundary.crosswalk c
    join boundary.area f on f.id = c.from_area_id
    join boundary.area t on t.id = c.to_area_id
    where f.set_id = older.id and t.set_id = newer.id and f.level = shared.level
)
order by newer.id, shared.level
