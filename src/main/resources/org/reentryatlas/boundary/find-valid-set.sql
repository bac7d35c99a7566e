select id, base_level, source, valid_from, valid_to, grid_of
from boundary.area_set
where base_level = :baseLevel
  and valid_from <= :day
  and (valid_to is null or valid_to > :day)
