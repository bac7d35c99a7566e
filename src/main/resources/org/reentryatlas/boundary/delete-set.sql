delete from boundary.area_set where id = :setId
