-- What the door lets through: protected numbers only. Rows are added, never changed.

create schema published;

create table published.measure (
    code        text primary key,
    position    integer not null unique,
    title       text not null,
    description text not null
);

create table published.release (
    id             text primary key,
    reference_date date not null,
    published_at   timestamptz not null default now(),
    area_set_id    bigint not null references boundary.area_set,
    k              integer not null check (k >= 11),
    rounding_base  integer not null check (rounding_base >= 1),
    min_addresses  integer not null check (min_addresses >= 1)
);
create index release_by_date on published.release (reference_date desc, published_at desc);

create table published.cell (
    release_id text not null references published.release,
    measure    text not null references published.measure,
    area_id    bigint not null references boundary.area,
    status     text not null check (status in ('shown', 'hidden', 'zero')),
    value      integer,
    primary key (release_id, measure, area_id),
    -- The last line of defence: a number from 1 to 10 cannot even be stored.
    check (case status when 'shown' then value is not null and value > 10
                       when 'zero' then value is not null and value = 0
                       else value is null end)
);

create table published.not_mapped (
    release_id text not null references published.release,
    outcome    text not null,
    status     text not null check (status in ('shown', 'hidden')),
    value      integer,
    primary key (release_id, outcome),
    check (case status when 'shown' then value is not null and value > 10 else value is null end)
);

grant usage on schema published to atlas_steward, atlas_web;
grant select, insert on all tables in schema published to atlas_steward;
grant select on all tables in schema published to atlas_web;
