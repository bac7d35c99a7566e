-- The restricted side. The serving role gets no privilege here, not even on the schema: that is the wall.
-- No name, birth date, offence, risk or health fact has a column to be stored in.

create schema supervision;

create table supervision.caseload (
    id             bigint generated always as identity primary key,
    reference_date date not null,
    source         text not null,
    fingerprint    text not null,
    rows_read      bigint not null,
    rows_accepted  bigint not null,
    rejected       jsonb not null,
    needs_removed  bigint not null,
    loaded_at      timestamptz not null default now(),
    loaded_by      text not null default current_user,
    unique (reference_date, fingerprint)
);

create table supervision.record (
    caseload_id bigint not null references supervision.caseload,
    record_id   text not null,
    residence   text not null check (residence in
                    ('residence', 'halfway_house', 'shelter', 'no_fixed_address', 'correctional_facility',
                     'po_box', 'out_of_jurisdiction', 'unknown')),
    address     text not null,
    geom        geometry(Point, 4326),
    needs       text[] not null,
    start_date  date,
    end_date    date,
    verified_on date,
    primary key (caseload_id, record_id)
);
comment on column supervision.record.address is
    'What tells one address from another: the address text, or else the coordinates. Empty when there is no address.';

-- The exact account of each release, for the steward alone: these are true counts.
create table supervision.reconciliation (
    release_id   text not null,
    caseload_id  bigint not null references supervision.caseload,
    outcome      text not null,
    people       bigint not null check (people >= 0),
    primary key (release_id, outcome)
);

-- One row, which a release locks so that no other can run beside it.
create table supervision.door (
    only_one boolean primary key default true check (only_one)
);
insert into supervision.door default values;

revoke all on schema supervision from public;
grant usage on schema supervision to atlas_steward;
grant select, insert on all tables in schema supervision to atlas_steward;
grant update on supervision.door to atlas_steward;
grant usage on all sequences in schema supervision to atlas_steward;
