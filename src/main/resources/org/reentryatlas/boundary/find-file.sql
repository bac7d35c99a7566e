select valid_from
from boundary.area_set
where base_level = :baseLevel
  and fingerprint = :fingerprint
