-- What two agencies plan together, version by version. Nothing here is about a person under supervision: a tour has an area and a
-- number of visits, and which homes these are stays in the supervision agency's own system.

create schema outreach;
grant usage on schema outreach to atlas_desk;

create table outreach.plan (
    id                uuid primary key default gen_random_uuid(),
    kind              text not null check (kind in ('clean_up', 'gathering', 'tour', 'patrol')),
    version           integer not null default 1 check (version > 0),
    published_version integer check (published_version between 1 and version),
    sequence          integer not null default 0 check (sequence >= 0),
    cancelled_at      timestamptz,
    cancel_reason     text check (length(cancel_reason) between 1 and 200),
    changed_at        timestamptz not null default clock_timestamp(),
    check ((cancelled_at is null) = (cancel_reason is null))
);
comment on column outreach.plan.sequence is 'How often what calendars have of it has changed, as RFC 5545 counts it.';
comment on column outreach.plan.published_version is 'What everybody sees who may, while a newer version is being agreed on.';

create table outreach.plan_version (
    plan_id    uuid not null references outreach.plan on delete cascade,
    version    integer not null check (version > 0),
    body       jsonb not null,
    findings   jsonb not null,
    starts_at  timestamptz not null,
    ends_at    timestamptz not null check (ends_at > starts_at),
    areas      text[] not null,
    account_id uuid not null references identity.account,
    made_at    timestamptz not null default clock_timestamp(),
    primary key (plan_id, version)
);
create index plan_version_time on outreach.plan_version (starts_at);
comment on table outreach.plan_version is 'Never changed: an earlier version is made the newest by writing it again.';
comment on column outreach.plan_version.findings is 'What was found of the places that the body names: blocks, beats, what to look at.';

create table outreach.consent (
    plan_id    uuid not null,
    version    integer not null,
    agency     text not null check (agency in ('supervision', 'police')),
    account_id uuid not null references identity.account,
    given_at   timestamptz not null default clock_timestamp(),
    primary key (plan_id, version, agency),
    foreign key (plan_id, version) references outreach.plan_version on delete cascade
);

create table outreach.remark (
    id         bigint generated always as identity primary key,
    plan_id    uuid not null references outreach.plan on delete cascade,
    account_id uuid not null references identity.account,
    text       text not null check (length(text) between 1 and 1000),
    made_at    timestamptz not null default clock_timestamp()
);
create index remark_plan on outreach.remark (plan_id);

create table outreach.sign_up (
    id          bigint generated always as identity primary key,
    plan_id     uuid not null references outreach.plan on delete cascade,
    shift       text not null,
    name        text not null check (length(name) between 1 and 40),
    code_digest bytea not null unique check (length(code_digest) = 32),
    made_at     timestamptz not null default clock_timestamp()
);
create index sign_up_plan on outreach.sign_up (plan_id, shift);
comment on column outreach.sign_up.name is 'What a volunteer wants to be called; nothing else is known of them.';

create table outreach.result (
    plan_id    uuid primary key references outreach.plan on delete cascade,
    version    integer not null check (version > 0),
    body       jsonb not null,
    account_id uuid not null references identity.account,
    made_at    timestamptz not null default clock_timestamp()
);

create table outreach.feed (
    id            uuid primary key default gen_random_uuid(),
    account_id    uuid not null references identity.account,
    secret_digest bytea not null unique check (length(secret_digest) = 32),
    name          text not null check (length(name) between 1 and 60),
    areas         text[] not null,
    made_at       timestamptz not null default clock_timestamp(),
    revoked_at    timestamptz
);
create index feed_account on outreach.feed (account_id);
comment on table outreach.feed is 'Calendars that staff subscribe to by a secret address, as far as their account reads; revoked, they end.';

grant select, insert, update, delete on all tables in schema outreach to atlas_desk;
-- Versions are history.
revoke update, delete on outreach.plan_version, outreach.consent, outreach.remark from atlas_desk;
revoke delete on outreach.plan, outreach.result, outreach.feed from atlas_desk;
