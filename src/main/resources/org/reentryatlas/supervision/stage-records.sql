create temporary table incoming_record (
    row_number       bigint not null,
    record_id        text not null,
    stated           text not null,
    is_placed        boolean not null,
    address          text,
    city             text,
    postal_code      text,
    lon              double precision,
    lat              double precision,
    stated_area      text,
    is_current       boolean not null,
    residence_from   date,
    needs            text[] not null,
    start_date       date,
    end_date         date,
    verified_on      date
) on commit drop
