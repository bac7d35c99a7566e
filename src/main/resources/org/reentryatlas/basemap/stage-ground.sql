create temporary table incoming (
    row_number bigint not null,
    source_id  text not null,
    name       text,
    geom       geometry(Geometry) not null
) on commit drop
