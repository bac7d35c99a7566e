select source_id, organization, name, address, phone, url, st_x(geom) as lon, st_y(geom) as lat
from provider.site
order by source_id
