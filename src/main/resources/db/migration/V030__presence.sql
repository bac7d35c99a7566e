-- Whose outreach is next, who called a plan off, and what tours found.

alter table identity.account
    add column post text check (post ~ '^[A-Za-z0-9-]{1,20}$' and post ~ '[0-9]');
comment on column identity.account.post is 'By which tours and patrols name whoever has the account, such as P-12; never a name.';

alter table outreach.plan
    add column cancelled_by text check (cancelled_by in ('supervision', 'police'));
comment on column outreach.plan.cancelled_by is 'Which agency called it off, and alone may take that back; null where that was not kept yet.';

-- How many of the visits of a tour met somebody, and so on. These are numbers of people in an area, mostly small ones: who works on the
-- web writes them and can read none, not even its own; the door adds them up for a quarter of the whole jurisdiction, protects the sums,
-- publishes them and destroys what they were made of.
create schema outcome;

create function outcome.closes(day date) returns date
    language sql immutable parallel safe
    return cast(date_trunc('quarter', cast(day as timestamp)) + interval '3 months 14 days' as date);
comment on function outcome.closes is 'From which day on nothing is taken of the quarter of a day, and its sums are published.';

create table outcome.tour_count (
    id          bigint generated always as identity primary key,
    plan_id     uuid not null references outreach.plan on delete cascade,
    day         date not null,
    contacted   smallint not null check (contacted between 0 and 60),
    not_home    smallint not null check (not_home between 0 and 60),
    moved       smallint not null check (moved between 0 and 60),
    bad_address smallint not null check (bad_address between 0 and 60),
    account_id  uuid not null references identity.account,
    made_at     timestamptz not null default clock_timestamp(),
    check (contacted + not_home + moved + bad_address between 1 and 60)
);
create index tour_count_day on outcome.tour_count (day);
comment on table outcome.tour_count is 'What tours found, until their quarter is published; of a tour, what was written last counts.';

create table published.tour_outcome (
    quarter      text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
    outcome      text not null check (outcome in ('contacted', 'not_home', 'moved', 'bad_address')),
    value        integer check (value > 10),
    published_at timestamptz not null default clock_timestamp(),
    primary key (quarter, outcome)
);
comment on table published.tour_outcome is 'Of all tours of a quarter together, rounded; null where it is hidden, zero or not.';

grant usage on schema outcome to atlas_desk, atlas_steward;
grant execute on function outcome.closes to atlas_desk, atlas_steward;
grant insert (plan_id, day, contacted, not_home, moved, bad_address, account_id) on outcome.tour_count to atlas_desk;
grant select, delete on outcome.tour_count to atlas_steward;
grant select, insert on published.tour_outcome to atlas_steward;
grant select on published.tour_outcome to atlas_web, atlas_audit;
