delete from boundary.area where set_id = :setId
