-- The areas of a set and of the grid over it.
delete from boundary.area
where set_id in (select id from boundary.area_set where id = :setId or grid_of = :setId)
