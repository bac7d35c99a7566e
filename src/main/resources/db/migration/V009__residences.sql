-- Where people live, apart from who is under supervision: raw addresses and positions carry a date on which they must go,
-- and what stays after it are areas only. Every record ends in exactly one class.

alter table supervision.caseload add column raw_until date;
update supervision.caseload set raw_until = cast(loaded_at as date) + 90;
alter table supervision.caseload alter column raw_until set not null;
-- A file may come back after another one of its date stood in its place.
alter table supervision.caseload drop constraint caseload_reference_date_fingerprint_key;
comment on column supervision.caseload.raw_until is 'The last day on which raw addresses and positions may be kept.';

alter table supervision.record
    add column class       text check (class in
                               ('matched', 'ambiguous', 'unmatched', 'po_box', 'no_fixed_address', 'group_quarters',
                                'correctional_facility', 'out_of_jurisdiction', 'blank', 'rural_route')),
    add column method      text not null default '',
    add column score       real,
    add column address_no  bigint,
    add column stated_area text not null default '';
comment on column supervision.record.address_no is
    'Tells one address of the caseload from another, and nothing about where it is. Null when the person is on no map.';
comment on column supervision.record.stated_area is 'Key of the base area that the agency names, for the hit rate of areas.';

update supervision.record
set class = case residence
                when 'residence' then 'matched'
                when 'halfway_house' then 'group_quarters'
                when 'shelter' then 'group_quarters'
                when 'unknown' then 'blank'
                else residence
            end,
    method = case when geom is null then 'stated' else 'given' end;
update supervision.record r
set address_no = numbered.address_no
from (
    select caseload_id, record_id, dense_rank() over (partition by caseload_id order by address) as address_no
    from supervision.record
    where geom is not null
) numbered
where r.caseload_id = numbered.caseload_id
  and r.record_id = numbered.record_id;

-- No foreign key to the record: both are written by one load, and a check of each row costs as much as the row.
create table supervision.raw_residence (
    caseload_id bigint not null,
    record_id   text not null,
    address     text not null,
    geom        geometry(Point, 4326),
    primary key (caseload_id, record_id)
);
insert into supervision.raw_residence (caseload_id, record_id, address, geom)
select caseload_id, record_id, address, geom
from supervision.record
where geom is not null;

alter table supervision.record
    drop column residence,
    drop column address,
    drop column geom,
    alter column class set not null;

-- What is kept of a residence when the raw one is gone. The areas may go with a vintage that was loaded by mistake; a release
-- of such a caseload is refused then.
create table supervision.residence_area (
    caseload_id bigint not null,
    record_id   text not null,
    area_id     bigint not null,
    primary key (caseload_id, record_id, area_id),
    foreign key (caseload_id, record_id) references supervision.record
);
create index residence_area_by_area on supervision.residence_area (area_id);

create table supervision.purge_certificate (
    id                bigint generated always as identity primary key,
    caseload_id       bigint not null unique references supervision.caseload,
    fingerprint       text not null,
    due_after         date not null,
    purged_at         timestamptz not null default now(),
    purged_by         text not null default current_user,
    addresses_removed bigint not null,
    positions_removed bigint not null,
    areas_kept        bigint not null
);
comment on table supervision.purge_certificate is 'Proof of destruction: rows are added, never changed or removed.';

grant select, insert, delete on supervision.raw_residence to atlas_steward;
grant select, insert on supervision.residence_area, supervision.purge_certificate to atlas_steward;
grant usage on all sequences in schema supervision to atlas_steward;

-- Ratcliffe 2004: below a hit rate of 85 % a map of points may mislead. A release below it states why it was made.
alter table published.release add column below_gate text check (below_gate <> '');
comment on column published.release.below_gate is 'Why it was published with fewer than 85 % of its addresses found; null above.';

create table published.area_flag (
    release_id text not null references published.release,
    area_id    bigint not null references boundary.area,
    flag       text not null check (flag in ('low_hit_rate')),
    primary key (release_id, area_id, flag)
);
grant select, insert on published.area_flag to atlas_steward;
grant select on published.area_flag to atlas_web;
