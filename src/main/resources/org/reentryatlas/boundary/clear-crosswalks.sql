delete from boundary.crosswalk
