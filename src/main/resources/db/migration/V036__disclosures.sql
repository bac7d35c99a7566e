-- What leaves under data-use licences and to whom, what was destroyed under agreements, and keys with which programs of the coalition fetch layers.
-- Nothing here is about a person under supervision, and nothing a number of people.

create table identity.api_key (
    id         uuid primary key default gen_random_uuid(),
    account_id uuid not null references identity.account,
    name       text not null check (length(name) between 1 and 60),
    digest     bytea not null unique check (length(digest) = 32),
    scopes     text[] not null check (scopes <@ array['layers', 'gaps'] and cardinality(scopes) between 1 and 2),
    licence_id text,
    purpose    text,
    made_at    timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    used_on    date,
    check ((licence_id is null) = (purpose is null)),
    check (expires_at <= made_at + interval '366 days')
);
create index api_key_account on identity.api_key (account_id);
comment on table identity.api_key is 'With which programs of members of the coalition fetch layers: no session, and no other route.';
comment on column identity.api_key.digest is 'SHA-256 of 256 random bits: there is nothing to guess.';
comment on column identity.api_key.licence_id is 'The data-use licence that it is bound to; null where none was kept when it was made.';
comment on column identity.api_key.used_on is 'Day of the last download; no time.';
grant select, insert, update (revoked_at, used_on) on identity.api_key to atlas_desk;
grant select, update (revoked_at) on identity.api_key to atlas_steward;

-- The accounting of disclosures (5 U.S.C. 552a(c)): date, nature and purpose, and the name and address of who got it.
create table agreement.disclosure (
    number          bigint generated always as identity primary key,
    at              timestamptz not null default clock_timestamp(),
    day             date not null,
    nature          text not null check (nature in ('export', 'download')),
    licence_id      text,
    licence_version integer,
    under_id        text,
    under_version   integer,
    purpose         text not null,
    recipient       text not null check (recipient <> ''),
    address         text not null,
    release_id      text not null references published.release,
    layer           text not null,
    format          text not null,
    files           text[] not null check (cardinality(files) > 0),
    digests         text[] not null check (cardinality(digests) = cardinality(files)),
    fingerprint     text not null check (fingerprint ~ '^([0-9a-f]{64})?$'),
    key_id          uuid references identity.api_key,
    downloads       integer not null default 1 check (downloads > 0),
    made_by         text not null,
    role            text not null default session_user,
    foreign key (licence_id, licence_version) references agreement.version,
    foreign key (under_id, under_version) references agreement.version,
    check ((nature = 'download') = (key_id is not null)),
    check (nature = 'download' or licence_id is not null),
    check ((licence_id is null) = (fingerprint = ''))
);
create index disclosure_digests on agreement.disclosure using gin (digests);
create index disclosure_fingerprint on agreement.disclosure (fingerprint);
create unique index disclosure_of_key on agreement.disclosure (key_id, layer, format, release_id, day, digests, fingerprint) where key_id is not null;
comment on table agreement.disclosure is 'What left under which licence; added in the transaction of what it records. Kept for good: five years or the life of a record, whichever is longer, is never shorter.';
comment on column agreement.disclosure.licence_id is 'Null for downloads with a key that was made where no licence was kept.';
comment on column agreement.disclosure.digests is 'SHA-256 of each file as it left, hexadecimal, in the order of files.';
comment on column agreement.disclosure.fingerprint is 'SHA-256 of what is stamped into the files.';
comment on column agreement.disclosure.downloads is 'Of a key: how often the same file was fetched on the day.';

create table agreement.destruction (
    number         bigint generated always as identity primary key,
    at             timestamptz not null default clock_timestamp(),
    id             text not null,
    version        integer not null,
    reference_date date not null,
    what           text not null,
    method         text not null,
    cause          text not null,
    made_by        text not null,
    role           text not null default session_user,
    foreign key (id, version) references agreement.version
);
create index destruction_of_agreement on agreement.destruction (id, number);
comment on table agreement.destruction is 'What was destroyed under agreements, for the certificate to their parties: by the reference date of a caseload, without any number of people.';

create function agreement.refuse_change() returns trigger
    language plpgsql
as $$
begin
    -- A program that fetches the same file again adds to the count of its row, and to nothing else.
    if tg_op = 'UPDATE' and tg_table_name = 'disclosure' then
        if new.key_id is not null and new.downloads = old.downloads + 1
            and to_jsonb(new) - 'downloads' = to_jsonb(old) - 'downloads'
        then
            return new;
        end if;
    end if;
    raise exception 'rows of agreement.% are added, never changed or removed', tg_table_name;
end
$$;
create trigger disclosure_stays before update or delete on agreement.disclosure
    for each row execute function agreement.refuse_change();
create trigger disclosures_stay before truncate on agreement.disclosure
    for each statement execute function agreement.refuse_change();
create trigger destruction_stays before update or delete on agreement.destruction
    for each row execute function agreement.refuse_change();
create trigger destructions_stay before truncate on agreement.destruction
    for each statement execute function agreement.refuse_change();

create view agreement.accounting as
select number, day, nature, purpose, recipient, address, licence_id, licence_version, under_id, under_version,
       release_id, layer, format, downloads, files, digests, fingerprint, key_id, made_by
from agreement.disclosure;
comment on view agreement.accounting is 'The accounting of disclosures as those who watch over the service read it.';

grant select, insert on agreement.disclosure, agreement.destruction to atlas_steward;
grant update (downloads) on agreement.disclosure to atlas_steward;
grant select on agreement.disclosure, agreement.destruction, agreement.accounting to atlas_audit;
grant select on agreement.accounting to atlas_steward, atlas_desk;
-- Who serves a program's download holds it to its licence, and writes down that it left.
grant usage on schema agreement to atlas_desk;
grant select on agreement.current, agreement.release to atlas_desk;
grant select, insert, update (downloads) on agreement.disclosure to atlas_desk;
