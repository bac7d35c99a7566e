delete from boundary.area_set where id = :setId or grid_of = :setId
