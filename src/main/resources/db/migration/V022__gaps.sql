-- How far people have to services, and what follows from it: street networks with directions and speeds, and the runs that were
-- made of a release. All of it is made of published numbers and open reference data.

alter table address.segment
    add column direction text not null default 'both' check (direction in ('both', 'forward', 'backward')),
    add column speed_kmh integer check (speed_kmh between 1 and 200);
comment on column address.segment.direction is 'In which direction of its line one may drive.';
comment on column address.segment.speed_kmh is 'The posted speed; null where the file does not say.';

create schema gap;

create table gap.run (
    id           text primary key check (id ~ '^\d{4}-\d{2}-\d{2}\.\d+-\d+$'),
    release_id   text not null references published.release,
    made_at      timestamptz not null default now(),
    input_sha256 text not null,
    unique (release_id, input_sha256)
);
comment on table gap.run is 'A computation of service gaps over a release, with the streets and the directory of that day.';
comment on column gap.run.input_sha256 is 'Digest of all that went in: the same input is not computed twice.';

create table gap.artefact (
    run_id     text not null references gap.run,
    name       text not null check (name ~ '^[a-z0-9_-]+\.(json|csv)$'),
    media_type text not null,
    sha256     text not null,
    content    bytea not null,
    primary key (run_id, name),
    check (sha256 = encode(sha256(content), 'hex'))
);
comment on table gap.artefact is 'The files of a run for everybody to download: what went in and what came out.';

create table gap.figure (
    run_id      text not null references gap.run,
    level       text not null,
    area_key    text not null,
    mode        text not null check (mode in ('walk', 'drive')),
    category    text not null references provider.category,
    demand_low  numeric not null check (demand_low >= 0),
    demand_high numeric not null check (demand_high >= demand_low),
    nearest_s   integer check (nearest_s >= 0),
    third_s     integer check (third_s >= nearest_s),
    within_15_low   integer, within_15_high   integer,
    within_30_low   integer, within_30_high   integer,
    within_2mi_low  integer, within_2mi_high  integer,
    access_low  numeric, access_high numeric check (access_high >= access_low),
    gap_low     numeric not null check (gap_low >= 0),
    gap_high    numeric not null check (gap_high >= gap_low),
    rank        integer check (rank > 0),
    primary key (run_id, mode, level, area_key, category)
);
comment on table gap.figure is 'What results.csv of the run says, as the layers read it.';
comment on column gap.figure.nearest_s is 'Median seconds to the nearest site; null where half of the homes have none within an hour.';
comment on column gap.figure.rank is 'Null where the numbers that are hidden leave it open.';

create trigger run_stays before update or delete on gap.run
    for each row execute function published.refuse_change();
create trigger runs_stay before truncate on gap.run
    for each statement execute function published.refuse_change();
create trigger figure_stays before update or delete on gap.figure
    for each row execute function published.refuse_change();
create trigger figures_stay before truncate on gap.figure
    for each statement execute function published.refuse_change();
create trigger artefact_stays before update or delete on gap.artefact
    for each row execute function published.refuse_change();
create trigger artefacts_stay before truncate on gap.artefact
    for each statement execute function published.refuse_change();

grant usage on schema gap to atlas_steward, atlas_web, atlas_audit;
grant select, insert on gap.run, gap.artefact, gap.figure to atlas_steward;
grant select on gap.run, gap.artefact, gap.figure to atlas_web, atlas_audit;
