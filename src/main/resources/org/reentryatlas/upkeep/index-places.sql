create temporary table place on commit drop as
select row_number, st_setsrid(st_makepoint(lon, lat), 4326) as geom
from incoming;
create index on place using gist (geom);
analyze place
