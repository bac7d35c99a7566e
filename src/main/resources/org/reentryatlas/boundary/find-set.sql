select id, base_level, source, valid_from, valid_to
from boundary.area_set
where id = :id
