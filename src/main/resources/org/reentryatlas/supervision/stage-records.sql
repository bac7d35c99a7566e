create temporary table incoming_record (
    row_number  bigint not null,
    record_id   text not null,
    residence   text not null,
    address     text,
    lon         double precision,
    lat         double precision,
    needs       text[] not null,
    start_date  date,
    end_date    date,
    verified_on date
) on commit drop
