insert into incoming_area (name, keys, population, geom)
values (:name, jsonb_object(:levels, :keys), :population, st_multi(st_setsrid(st_geomfromwkb(decode(:wkbHex, 'hex')), 4326)))
