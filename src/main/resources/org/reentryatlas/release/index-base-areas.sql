create index on base_area using gist (geom);
create unique index on base_area (no);
analyze base_area
