-- Who plans on the web: accounts that an agency's data steward makes, and the sessions they are signed in with.

do $$
begin
    if not exists (select from pg_roles where rolname = 'atlas_desk') then
        raise exception 'there is no role atlas_desk: run scripts/roles.sql and scripts/database.sql again, with ATLAS_DB_DESK_PASSWORD set';
    end if;
end
$$;

create schema identity;
grant usage on schema identity to atlas_steward, atlas_desk;

create table identity.account (
    id         uuid primary key default gen_random_uuid(),
    name       text not null unique check (length(name) between 1 and 60),
    role       text not null check (role in ('planner', 'beat_officer')),
    agency     text not null check (agency in ('supervision', 'police')),
    areas      text[] not null default '{}',
    key_digest bytea not null unique check (length(key_digest) = 32),
    made_at    timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);
comment on table identity.account is 'Members of staff who plan; never a person under supervision.';
comment on column identity.account.name is 'By which the other agency knows them, such as a post: nobody needs a name here.';
comment on column identity.account.areas is 'Keys of the beats of a beat officer; empty means all.';
comment on column identity.account.key_digest is 'SHA-256 of 256 random bits: there is nothing to guess, so nothing that makes guessing slow.';

create table identity.session (
    token_digest bytea primary key check (length(token_digest) = 32),
    account_id   uuid not null references identity.account on delete cascade,
    form_token   text not null,
    started_at   timestamptz not null default clock_timestamp(),
    seen_at      timestamptz not null default clock_timestamp()
);
create index session_account on identity.session (account_id);
comment on column identity.session.form_token is 'What a page of ours sends back with every change, and no page of another host knows.';

grant select, insert, update on identity.account to atlas_steward;
grant select, delete on identity.session to atlas_steward;
grant select on identity.account to atlas_desk;
grant select, insert, update, delete on identity.session to atlas_desk;

-- To see that the database is as new as the program.
grant usage on schema atlas_history to atlas_desk;
grant select on atlas_history.migration to atlas_desk;
