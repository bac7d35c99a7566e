-- Answers to "where would new sites help most?" that a planner has published: places, of published numbers and open reference data.

create table gap.plan (
    id           text primary key,
    release_id   text not null references published.release,
    category     text not null references provider.category,
    mode         text not null check (mode ~ '^[a-z]+$'),
    aim          text not null check (aim in ('cover', 'median', 'center')),
    minutes      integer not null check (minutes > 0),
    capacity     integer check (capacity > 0),
    candidates   text not null check (candidates in ('homes', 'directory', 'places')),
    ways         text not null check (ways in ('streets', 'straight lines')),
    demand_low   numeric not null check (demand_low >= 0),
    demand_high  numeric not null check (demand_high >= demand_low),
    covered_low  numeric not null check (covered_low >= 0),
    covered_high numeric not null check (covered_high >= covered_low),
    made_at      timestamptz not null default clock_timestamp()
);
comment on table gap.plan is 'One for each question and release: a newer answer takes the place of an older one, and a planner may withdraw it.';
comment on column gap.plan.covered_low is 'People who have a site within the minutes as it is.';

create table gap.planned_site (
    plan_id     text not null references gap.plan on delete cascade,
    sites       integer not null check (sites > 0),
    place       integer not null check (place between 1 and sites),
    area_key    text not null,
    name        text not null,
    geom        geometry(Point, 4326) not null,
    moved_low   numeric not null check (moved_low >= 0),
    moved_high  numeric not null check (moved_high >= moved_low),
    moved_areas text[] not null,
    proven      boolean not null,
    bound_gap   numeric not null check (bound_gap between 0 and 1),
    primary key (plan_id, sites, place)
);
comment on column gap.planned_site.sites is 'Of the choice of so many new sites this is one place.';
comment on column gap.planned_site.moved_low is 'People who have a site within the minutes with the whole choice and have none without.';

grant select, insert, delete on gap.plan, gap.planned_site to atlas_steward;
grant select on gap.plan, gap.planned_site to atlas_web, atlas_audit;
