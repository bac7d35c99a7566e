-- Who may use what on the web: roles beside those that plan, and what ends a session, a way to sign in or what an account may read.

-- Those who watch over the service plan nothing, so they are of no agency and have no beats.
alter table identity.account
    drop constraint account_role_check,
    drop constraint account_role_agency_check,
    drop constraint account_role_areas_check,
    add constraint account_role_check check (
        role in ('planner', 'beat_officer', 'coalition_member', 'data_steward', 'privacy_officer', 'administrator')),
    add constraint account_role_agency_check check ((role in ('planner', 'beat_officer')) = (agency is not null)),
    add constraint account_role_areas_check check (agency is not null or areas = '{}');
comment on column identity.account.agency is 'Null for roles that plan nothing, who read of plans what everybody reads.';

alter table identity.account
    add column used_on date not null default (clock_timestamp() at time zone 'UTC')::date,
    add column trained_on date;
comment on column identity.account.used_on is 'Day of the last sign-in, or on which it was made or released: 90 days later nobody signs in with it any more.';
comment on column identity.account.trained_on is 'A year later it reads what everybody reads; null where nobody writes down who was trained.';
grant update (used_on) on identity.account to atlas_desk;

create table identity.password (
    account_id uuid primary key references identity.account on delete cascade,
    hash       text not null check (hash ~ '^[$]argon2id[$]'),
    set_at     timestamptz not null default clock_timestamp(),
    locked_at  timestamptz
);
comment on table identity.password is 'A second way to sign in beside the key, for accounts that have one.';
comment on column identity.password.locked_at is 'Since it was tried wrongly too often, until an administrator releases it; the key is no use to guess and goes on.';
grant select, insert, update, delete on identity.password to atlas_steward;
grant select, update (locked_at) on identity.password to atlas_desk;

create table identity.sign_in_failure (
    client     bytea not null check (length(client) = 32),
    account_id uuid references identity.account on delete cascade,
    at         timestamptz not null default clock_timestamp()
);
create index sign_in_failure_client on identity.sign_in_failure (client, at);
comment on table identity.sign_in_failure is 'Of the last quarter of an hour, to know who guesses passwords.';
comment on column identity.sign_in_failure.client is 'SHA-256 of the address: it is compared and never read.';
comment on column identity.sign_in_failure.account_id is 'Null where there is no account of the name.';
grant select, delete on identity.sign_in_failure to atlas_steward;
grant select, insert, delete on identity.sign_in_failure to atlas_desk;
