create temporary table incoming_point (
    source_id    text not null,
    house_number text,
    street       text,
    city         text,
    postal_code  text,
    kind         text not null,
    units        integer not null,
    lon          double precision not null,
    lat          double precision not null
) on commit drop
