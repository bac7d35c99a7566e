create index on position using gist (geom);
analyze position
