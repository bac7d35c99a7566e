-- What our own base map is painted of: streets with their class, water and parks. Open reference data; nothing is about a person.

alter table address.segment add column class text not null default ''
    check (class in ('', 'highway', 'arterial', 'collector', 'local', 'path'));
comment on column address.segment.class is 'What the street is for, as its file says; empty where it does not.';

create table address.change (
    kind       text primary key check (kind in ('point', 'segment', 'facility')),
    changed_at timestamptz not null
);
comment on table address.change is 'When a load last changed each kind of address reference.';
insert into address.change (kind, changed_at)
select kind, now()
from (
    select 'point' as kind where exists (select from address.point)
    union all
    select 'segment' where exists (select from address.segment)
    union all
    select 'facility' where exists (select from address.facility)
) loaded;
grant select, insert, update on address.change to atlas_steward;

create schema basemap;

create table basemap.source (
    kind      text not null check (kind in ('water', 'park')),
    name      text not null,
    loaded_at timestamptz not null,
    primary key (kind, name)
);
comment on table basemap.source is 'Data sets of water and parks, and when a load last changed each.';

create table basemap.ground (
    id        bigint generated always as identity primary key,
    kind      text not null,
    source    text not null,
    source_id text not null,
    name      text not null,
    geom      geometry(MultiPolygon, 4326) not null check (st_isvalid(geom) and not st_isempty(geom)),
    content   uuid not null,
    unique (kind, source, source_id),
    foreign key (kind, source) references basemap.source
);
comment on table basemap.ground is 'Water and parks.';
comment on column basemap.ground.content is 'Digest of the row, which tells an edition from another.';

-- The serving role sees of the address reference no more than this.
create view basemap.street as
select id, street as name, class, geom
from address.segment;

create view basemap.street_change as
select changed_at
from address.change
where kind = 'segment';

grant usage on schema basemap to atlas_steward, atlas_web;
grant select, insert, update, delete on basemap.source, basemap.ground to atlas_steward;
grant usage on all sequences in schema basemap to atlas_steward;
grant select on basemap.source to atlas_web;
grant select (id, kind, name, geom) on basemap.ground to atlas_web;
grant select on basemap.street, basemap.street_change to atlas_web;
