update boundary.area_set
set valid_to = :validFrom
where base_level = :baseLevel
  and valid_to is null
