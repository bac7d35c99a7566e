select geometrytype(geom) as type, count(*) as areas
from incoming_area
where geom is not null
group by geometrytype(geom)
order by 1
