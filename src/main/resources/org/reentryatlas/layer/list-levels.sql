select distinct level
from boundary.area
where set_id = :areaSetId
