create temporary table incoming_hexagon (
    hex_8 text primary key,
    hex_7 text not null,
    hex_6 text not null,
    geom  geometry(Polygon, 4326) not null
) on commit drop
