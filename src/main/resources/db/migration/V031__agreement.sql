-- Under which agreements data are here, and what follows when one ends: nothing is loaded and released under it, and what was released is
-- served no more. Nothing here is about a person under supervision.

create schema agreement;

create table agreement.version (
    id       text not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$'),
    version  integer not null check (version > 0),
    body     jsonb not null,
    starts   date not null,
    ends     date not null check (ends >= starts),
    added_at timestamptz not null default clock_timestamp(),
    added_by text not null default session_user,
    primary key (id, version)
);
comment on table agreement.version is 'Agreements as they were signed and amended; never changed.';
comment on column agreement.version.ends is 'The last day on which it holds, as UTC counts days.';

create table agreement.decision (
    number   bigint generated always as identity primary key,
    id       text not null,
    what     text not null check (what in ('suspended', 'resumed', 'ended')),
    reason   text not null check (length(reason) between 1 and 200),
    made_at  timestamptz not null default clock_timestamp(),
    made_by  text not null default session_user
);
create index decision_of_agreement on agreement.decision (id, number);
comment on table agreement.decision is 'What was decided about agreements before their last day; the last decision holds, and an end is the last.';

create table agreement.caseload (
    caseload_id bigint primary key,
    id          text not null,
    version     integer not null,
    foreign key (id, version) references agreement.version
);
comment on table agreement.caseload is 'Under which agreement each caseload was loaded. Those that were loaded before there was any have none.';

create table agreement.release (
    release_id text primary key references published.release,
    id         text not null,
    version    integer not null,
    foreign key (id, version) references agreement.version
);
comment on table agreement.release is 'Under which agreement each release was made.';

create view agreement.current as
select v.id, v.version, v.body, v.starts, v.ends, v.added_at, v.added_by,
       coalesce(d.what, '') as decided, coalesce(d.reason, '') as reason,
       case when d.what = 'ended' then 'ended'
            when d.what = 'suspended' then 'suspended'
            when cast(clock_timestamp() at time zone 'UTC' as date) < v.starts then 'not_yet'
            when cast(clock_timestamp() at time zone 'UTC' as date) > v.ends then 'expired'
            else 'active' end as state
from (select distinct on (id) * from agreement.version order by id, version desc) v
left join lateral (select what, reason from agreement.decision where id = v.id order by number desc limit 1) d on true;

-- Whoever serves sees no more of agreements than this, and with each statement.
create view agreement.withdrawn as
select r.release_id
from agreement.release r
join agreement.current c on c.id = r.id
where c.state <> 'active';

grant usage on schema agreement to atlas_steward, atlas_web, atlas_audit;
grant select on agreement.withdrawn to atlas_web;
grant select, insert on agreement.version, agreement.decision, agreement.caseload, agreement.release to atlas_steward;
grant select on agreement.version, agreement.decision, agreement.caseload, agreement.release to atlas_audit;
grant select on agreement.current to atlas_steward, atlas_audit;

-- Rows of a release whose agreement does not hold are not there for whoever serves. Everybody else who may read them does.
do $$
declare
    name text;
    key text;
begin
    for name, key in values ('published.release', 'id'), ('published.cell', 'release_id'), ('published.artefact', 'release_id'),
                            ('published.not_mapped', 'release_id'), ('published.area_flag', 'release_id'), ('published.release_set', 'release_id'),
                            ('gap.run', 'release_id'), ('gap.plan', 'release_id')
    loop
        execute format('alter table %s enable row level security', name);
        execute format('create policy everything on %s to atlas_steward, atlas_audit using (true) with check (true)', name);
        execute format('create policy under_agreement on %s for select to atlas_web using (%s not in (select release_id from agreement.withdrawn))', name, key);
    end loop;
    -- What belongs to those goes with them.
    for name, key in values ('gap.artefact', 'run_id in (select id from gap.run)'), ('gap.figure', 'run_id in (select id from gap.run)'),
                            ('gap.planned_site', 'plan_id in (select id from gap.plan)')
    loop
        execute format('alter table %s enable row level security', name);
        execute format('create policy everything on %s to atlas_steward, atlas_audit using (true) with check (true)', name);
        execute format('create policy under_agreement on %s for select to atlas_web using (%s)', name, key);
    end loop;
end
$$;
