-- A grid holds as long as the set that it covers. Its fingerprint is that of its hexagons in that set's name: two vintages
-- of one city have the same hexagons.
insert into boundary.area_set
    (base_level, source, source_crs, fingerprint, valid_from, valid_to, stated_valid_to, grid_of)
select 'hex_8',
       'H3 grid over ' || s.source,
       'EPSG:4326',
       encode(sha256(convert_to(concat_ws(' ', s.base_level, s.valid_from, s.fingerprint, i.hexagons), 'UTF8')), 'hex'),
       s.valid_from,
       s.valid_to,
       s.stated_valid_to,
       s.id
from boundary.area_set s
cross join (select string_agg(hex_8, ' ' order by hex_8 collate "C") as hexagons from incoming_hexagon) i
where s.id = :setId
returning id
