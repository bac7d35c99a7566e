lock table boundary.area_set in share row exclusive mode
