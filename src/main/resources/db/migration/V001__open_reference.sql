-- Open reference data: area sets (boundaries by vintage), address points, service providers. Nothing here is about a
-- person under supervision, so the serving role may read it. Every geometry is longitude/latitude on WGS 84.

create schema boundary;
create schema address;
create schema provider;

create table boundary.area_set (
    id          bigint generated always as identity primary key,
    base_level  text not null,
    source      text not null,
    source_crs  text not null,
    fingerprint text not null,
    valid_from  date not null,
    valid_to    date,
    loaded_at   timestamptz not null default now(),
    check (valid_to is null or valid_to > valid_from),
    unique (fingerprint, base_level)
);
comment on table boundary.area_set is
    'One vintage of boundaries: the areas of its base level and of the levels above, valid in [valid_from, valid_to).';

create table boundary.area (
    id         bigint generated always as identity primary key,
    set_id     bigint not null references boundary.area_set,
    level      text not null check (level in ('beat', 'sector', 'district', 'city', 'tract', 'block_group')),
    key        text not null check (key <> ''),
    name       text not null,
    parent_id  bigint references boundary.area,
    population integer check (population >= 0),
    geom       geometry(MultiPolygon, 4326) not null check (st_isvalid(geom)),
    unique (set_id, level, key)
);
comment on column boundary.area.key is 'Text as its agency writes it: "0111" keeps its zero.';
create index area_geom on boundary.area using gist (geom);
create index area_parent on boundary.area (parent_id);

create table address.point (
    id           bigint generated always as identity primary key,
    source_id    text not null unique,
    house_number text not null,
    street       text not null,
    city         text not null,
    postal_code  text not null,
    kind         text not null check (kind in ('residential', 'commercial', 'institutional', 'unknown')),
    units        integer not null check (units >= 0),
    geom         geometry(Point, 4326) not null
);
create index point_geom on address.point using gist (geom);

create table provider.category (
    code        text primary key,
    position    integer not null unique,
    name        text not null,
    description text not null,
    is_need     boolean not null
);
comment on column provider.category.is_need is
    'Whether a need of this category may be stored about a person. False for health facts (42 CFR Part 2).';

create table provider.category_term (
    term text primary key,
    code text not null references provider.category
);
comment on table provider.category_term is
    'Words that directories use, in lower case, and the category of ours that they mean.';

create table provider.site (
    id              bigint generated always as identity primary key,
    source_id       text not null unique,
    organization    text not null,
    name            text not null,
    category        text references provider.category,
    source_category text not null,
    address         text not null,
    phone           text not null,
    url             text not null,
    hours           text not null,
    eligibility     text not null,
    languages       text not null,
    accepts_records text check (accepts_records in ('yes', 'no', 'case_by_case')),
    wheelchair      boolean,
    confidential    boolean not null,
    last_verified   date,
    geom            geometry(Point, 4326),
    check (not confidential or (geom is null and address = ''))
);
comment on column provider.site.confidential is 'A place that must not be found, such as a shelter from violence: no pin, no address.';
create index site_geom on provider.site using gist (geom);

grant usage on schema boundary, address, provider to atlas_steward;
grant select, insert on all tables in schema boundary to atlas_steward;
grant update (valid_to) on boundary.area_set to atlas_steward;
grant select, insert, update, delete on all tables in schema address, provider to atlas_steward;
grant usage on all sequences in schema boundary, address, provider to atlas_steward;

-- Everybody may see which migrations ran, so that a command can say that one is missing.
grant usage on schema atlas_history to atlas_steward, atlas_web;
grant select on atlas_history.migration to atlas_steward, atlas_web;

grant usage on schema boundary, provider to atlas_web;
grant select on boundary.area_set, boundary.area, provider.category, provider.site to atlas_web;
