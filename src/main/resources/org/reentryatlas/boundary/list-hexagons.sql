select key
from boundary.area
where set_id = :gridId
  and level = 'hex_8'
order by key collate "C"
