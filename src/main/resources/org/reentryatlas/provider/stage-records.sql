-- What a file holds, one row a record of whatever kind, and what is found to be wrong with it.
create temporary table incoming_record (
    number              bigint generated always as identity,
    unit                bigint not null,
    file                text not null,
    row                 bigint not null,
    kind                text not null,
    key                 text,
    organization        text,
    service             text,
    location            text,
    service_at_location text,
    embedded            boolean not null,
    fields              jsonb not null
) on commit drop;

create temporary table incoming_fault (
    unit  bigint not null,
    file  text not null,
    row   bigint not null,
    kind  text not null,
    field text not null,
    code  text not null
) on commit drop;
