-- What a release publishes as bytes, and the ledger of releases. Rows of both are added and never changed or removed, by
-- nobody: the triggers hold the owner of the tables too. 'atlas verify' finds what an administrator did past them.

-- Releases that were made before this migration have neither bytes nor an entry; the column tells them from a release that
-- lost them.
alter table published.release add column ledgered boolean not null default false;
alter table published.release alter column ledgered set default true;
comment on column published.release.ledgered is 'Whether it was made with artefacts and an entry in the ledger.';

create table published.artefact (
    release_id text not null references published.release,
    name       text not null check (name ~ '^[a-z]+\.(json|csv)$'),
    media_type text not null,
    sha256     text not null,
    content    bytea not null,
    primary key (release_id, name),
    check (sha256 = encode(sha256(content), 'hex'))
);
comment on table published.artefact is 'The bytes that a release publishes for everybody to download.';

create table published.ledger (
    seq           bigint primary key check (seq > 0),
    release_id    text not null unique references published.release,
    entry         text not null,
    previous_hash text not null unique,
    hash          text not null unique,
    recorded_at   timestamptz not null,
    check (hash = encode(sha256(convert_to(previous_hash || entry, 'UTF8')), 'hex'))
);
comment on column published.ledger.entry is 'One line of JSON, keys sorted; src/docs/ledger.md describes it.';
comment on column published.ledger.previous_hash is 'The hash of the entry before; 64 zeros in the first.';

-- What an entry commits to without telling it. A plain digest of a caseload, or of an audit of few figures, could be found by
-- trying; with a nonce that stays here it cannot, and the steward can still prove later what went in.
create table supervision.seal (
    release_id  text primary key,
    caseload_id bigint not null references supervision.caseload,
    nonce       text not null,
    audit       text not null
);
comment on column supervision.seal.audit is 'The summary of the audit, in words that may hold true counts.';

create function published.refuse_change() returns trigger
    language plpgsql
as $$
begin
    raise exception 'rows of %.% are added, never changed or removed', tg_table_schema, tg_table_name;
end
$$;

create trigger artefact_stays before update or delete on published.artefact
    for each row execute function published.refuse_change();
create trigger artefacts_stay before truncate on published.artefact
    for each statement execute function published.refuse_change();
create trigger entry_stays before update or delete on published.ledger
    for each row execute function published.refuse_change();
create trigger entries_stay before truncate on published.ledger
    for each statement execute function published.refuse_change();
create trigger seal_stays before update or delete on supervision.seal
    for each row execute function published.refuse_change();
create trigger seals_stay before truncate on supervision.seal
    for each statement execute function published.refuse_change();

create function published.require_link() returns trigger
    language plpgsql
as $$
declare
    last published.ledger;
begin
    select * into last from published.ledger order by seq desc limit 1;
    if new.seq <> coalesce(last.seq, 0) + 1 or new.previous_hash <> coalesce(last.hash, repeat('0', 64)) then
        raise exception 'entry % does not follow entry % of the ledger', new.seq, coalesce(last.seq, 0);
    end if;
    return new;
end
$$;

create trigger entry_follows before insert on published.ledger
    for each row execute function published.require_link();

grant select, insert on published.artefact, published.ledger to atlas_steward;
grant select, insert on supervision.seal to atlas_steward;
grant select on published.artefact, published.ledger to atlas_web;

-- The auditor reads whatever is public, and no more: 'atlas verify' works as this role.
grant usage on schema atlas_history, published, boundary to atlas_audit;
grant select on atlas_history.migration to atlas_audit;
grant select on all tables in schema published to atlas_audit;
grant select on boundary.area, boundary.area_set, boundary.population to atlas_audit;
