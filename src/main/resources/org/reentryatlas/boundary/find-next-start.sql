select min(valid_from) as next
from boundary.area_set
where base_level = :baseLevel
  and valid_from > :validFrom
having min(valid_from) is not null
