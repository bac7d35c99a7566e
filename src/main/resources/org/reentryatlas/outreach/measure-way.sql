-- Metres from a place to the nearest of some blocks.
select min(st_distance(st_setsrid(st_geomfromgeojson(blocks), 4326)::geography,
                       st_setsrid(st_makepoint(:lon, :lat), 4326)::geography))
from unnest(:blocks::text[]) as blocks
