create temporary table incoming_site (
    source_id       text not null,
    organization    text,
    name            text not null,
    category        text,
    source_category text,
    address         text,
    phone           text,
    url             text,
    hours           text,
    eligibility     text,
    languages       text,
    accepts_records text,
    wheelchair      boolean,
    confidential    boolean not null,
    last_verified   date,
    lon             double precision,
    lat             double precision
) on commit drop
