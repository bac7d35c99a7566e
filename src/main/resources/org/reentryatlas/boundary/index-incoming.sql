create index on incoming_area using gist (geom);
create index on incoming_area (key);
analyze incoming_area
