-- Two more ways to know who signs in: what an agency's own provider says (OpenID Connect), and a second factor beside key or password.

create table identity.oidc_subject (
    account_id uuid primary key references identity.account on delete cascade,
    issuer     text not null check (length(issuer) between 1 and 500),
    subject    text not null check (length(subject) between 1 and 255),
    set_at     timestamptz not null default clock_timestamp(),
    unique (issuer, subject)
);
comment on table identity.oidc_subject is 'As whom a provider knows the owner of an account, written down by an administrator: no account is made by what a provider says.';
grant select, insert, delete on identity.oidc_subject to atlas_steward;
grant select on identity.oidc_subject to atlas_desk;

create table identity.oidc_attempt (
    state_digest   bytea primary key check (length(state_digest) = 32),
    browser_digest bytea not null check (length(browser_digest) = 32),
    client         bytea not null check (length(client) = 32),
    page           text not null,
    begun_at       timestamptz not null default clock_timestamp()
);
create index oidc_attempt_client on identity.oidc_attempt (client);
create index oidc_attempt_begun_at on identity.oidc_attempt (begun_at);
comment on table identity.oidc_attempt is 'Sign-ins that a provider has not answered yet, for ten minutes; each is taken once.';
comment on column identity.oidc_attempt.browser_digest is 'SHA-256 of what the browser that began keeps: nonce and PKCE verifier are made from that, and are kept nowhere.';
comment on column identity.oidc_attempt.client is 'SHA-256 of the address, so that nobody begins without end.';
comment on column identity.oidc_attempt.page is 'Where it goes on, by the name of a page of ours.';
grant select, insert, delete on identity.oidc_attempt to atlas_desk;

create table identity.second_factor (
    account_id uuid primary key references identity.account on delete cascade,
    secret     bytea not null check (length(secret) = 20),
    used_step  bigint not null,
    set_at     timestamptz not null default clock_timestamp(),
    locked_at  timestamptz
);
comment on table identity.second_factor is 'What codes of RFC 6238 are computed from, which are asked for beside key or password.';
comment on column identity.second_factor.used_step is 'The 30 seconds, counted since 1970, of the newest code that was taken: none is taken twice.';
comment on column identity.second_factor.locked_at is 'Since codes were wrong too often beside a right key or password, until an administrator releases it.';
-- Who makes accounts writes a secret once and cannot read it again.
grant select (account_id, set_at, locked_at), insert, update (locked_at), delete on identity.second_factor to atlas_steward;
grant select, update (used_step, locked_at) on identity.second_factor to atlas_desk;

alter table identity.sign_in_failure add column is_code boolean not null default false;
comment on column identity.sign_in_failure.is_code is 'A second factor was wrong, where key or password was right.';
