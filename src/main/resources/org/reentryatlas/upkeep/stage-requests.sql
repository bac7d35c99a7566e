create temporary table incoming (
    row_number bigint not null,
    source_id  text not null,
    kind       text,
    term       text,
    opened     date not null,
    closed     date,
    status     text not null,
    repeats    boolean not null,
    lon        double precision not null,
    lat        double precision not null
) on commit drop
