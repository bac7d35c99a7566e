create temporary table incoming (
    row_number  bigint not null,
    source_id   text not null,
    name        text not null,
    kind        text not null,
    spelling    text,
    postal_code text,
    capacity    integer,
    lon         double precision not null,
    lat         double precision not null
) on commit drop
