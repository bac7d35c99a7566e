-- The areas of a file before they are kept; keys holds the key of the area at its own level and at each level above.
create temporary table incoming_area (
    name       text not null,
    keys       jsonb not null,
    population integer,
    geom       geometry(MultiPolygon, 4326) not null
) on commit drop
