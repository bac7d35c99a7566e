insert into incoming_hexagon (hex_8, hex_7, hex_6, geom)
values (:hex8, :hex7, :hex6, st_setsrid(cast(:wkbHex as geometry), 4326))
