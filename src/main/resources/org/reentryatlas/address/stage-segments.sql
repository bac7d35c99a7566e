create temporary table incoming (
    row_number  bigint not null,
    source_id   text not null,
    street      text,
    left_from   integer,
    left_to     integer,
    right_from  integer,
    right_to    integer,
    left_postal_code  text,
    right_postal_code text,
    city        text,
    class       text,
    direction   text,
    speed_kmh   integer,
    geom        geometry(Geometry) not null,
    spelling    text generated always as ('1 ' || coalesce(street, '')) stored
) on commit drop
