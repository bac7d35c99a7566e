select id, base_level, source, valid_from, valid_to, grid_of
from boundary.area_set
where grid_of = :setId
