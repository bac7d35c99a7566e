-- What was done, by whom, when, from where and what for. An entry is written in the transaction of what it records, so that neither is
-- there without the other; each carries the hash of the one before, so that none can be changed, taken out, put in or moved unseen. No
-- entry has a word about a person under supervision, nor a number of people.

create schema audit;

create table audit.entry (
    chain         smallint not null check (chain between 1 and 16),
    seq           bigint not null check (seq > 0),
    at            timestamptz(3) not null,
    role          text not null,
    actor         text not null check (length(actor) <= 60 and actor !~ '[\x01-\x1f\x7f]'),
    place         text not null check (place ~ '^(command line|web|[0-9a-f.:]{2,45})$'),
    action        text not null check (action in (
        'session.started', 'session.ended', 'access.refused', 'account.added', 'account.revoked', 'account.changed', 'agreement.added', 'agreement.decided',
        'plan.created', 'plan.saved', 'plan.consented', 'plan.published', 'plan.cancelled', 'plan.reinstated', 'plan.result_written',
        'plan.remarked', 'tour.agreed', 'outcome.written', 'outcomes.published', 'sign_up.removed', 'feed.made', 'feed.revoked',
        'data.loaded', 'data.removed', 'caseload.loaded', 'caseload.purged', 'release.published', 'release.exported',
        'report.written', 'gap_run.published', 'gap_plan.published', 'gap_plan.withdrawn',
        'audit.read', 'audit.head_exported', 'audit.purged')),
    object_kind   text not null check (object_kind ~ '^[a-z_]{1,40}$'),
    object_id     text not null check (length(object_id) <= 200 and object_id !~ '[\x01-\x1f\x7f]'),
    outcome       text not null check (outcome in ('done', 'refused')),
    purpose       text not null check (purpose in (
        'access', 'administration', 'planning', 'reference_data', 'supervision_data', 'publication', 'disclosure', 'retention', 'audit')),
    previous_hash bytea not null check (length(previous_hash) = 32),
    hash          bytea not null check (length(hash) = 32),
    primary key (chain, seq)
);
-- Times hardly decrease along the table, so that a few pages of an index of ranges tell where a time is.
create index entry_at on audit.entry using brin (at);
comment on table audit.entry is 'The audit log; src/docs/audit.md describes it, and atlas verify audit holds it against its hashes.';
comment on column audit.entry.chain is 'Who writes takes the first chain in which nobody else is writing; where few write that is 1.';
comment on column audit.entry.role is 'The database role that was signed in: the server says it, not who writes.';
comment on column audit.entry.actor is 'Name of an account on the web, user of the machine on the command line; empty for somebody who has no account.';
comment on column audit.entry.place is 'Address of the client where an account or a sign-in is on the web; nothing but web for who has none.';
comment on column audit.entry.previous_hash is 'The hash of the entry before in its chain; zeros in the first.';

-- An entry follows one that is on the disk, or it could follow one that never was. In a single chain each transaction would wait for the disk
-- alone, a few milliseconds each; of several, the server brings all that are waiting to the disk at once.
create table audit.turn (chain smallint primary key);
insert into audit.turn select generate_series(1, 16);
comment on table audit.turn is 'Whoever has the row of a chain locked writes its next entry, until its transaction ends.';

-- Each field with its length before it, so that no text can look like another field.
create function audit.part(field text) returns text
    language sql immutable parallel safe
    return octet_length(field) || ':' || field;

create function audit.digest(e audit.entry) returns bytea
    language sql immutable parallel safe
    return sha256(e.previous_hash || convert_to(
        audit.part(e.chain::text) || audit.part(e.seq::text) || audit.part(cast(extract(epoch from e.at) * 1000 as bigint)::text)
        || audit.part(e.role) || audit.part(e.actor) || audit.part(e.place) || audit.part(e.action)
        || audit.part(e.object_kind) || audit.part(e.object_id) || audit.part(e.outcome) || audit.part(e.purpose), 'UTF8'));
comment on function audit.digest is 'The hash of an entry as org.reentryatlas.audit.Recorded computes it, too.';

create function audit.refuse_change() returns trigger
    language plpgsql
as $$
begin
    -- audit.purge says so of itself. Who can say it otherwise still removes nothing that is younger.
    if tg_op = 'DELETE' and current_setting('audit.purging', true) = 'on' and old.at < clock_timestamp() - interval '5 years' then
        return old;
    end if;
    raise exception 'entries of the audit log are added, never changed or removed';
end
$$;
create trigger entry_stays before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entries_stay before truncate on audit.entry
    for each statement execute function audit.refuse_change();

-- Nobody is granted it: what may be appended by whom says audit.append.
create function audit.chain(
    chain smallint, actor text, place text, action text, object_kind text, object_id text, outcome text, purpose text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    last audit.entry;
    added audit.entry;
begin
    select e.* into last from audit.entry e where e.chain = chain.chain order by e.seq desc limit 1;
    added.chain := chain.chain;
    added.seq := coalesce(last.seq, 0) + 1;
    -- A clock that was set back must not put what came later before.
    added.at := greatest(date_trunc('milliseconds', clock_timestamp()), last.at);
    added.role := session_user;
    added.actor := chain.actor;
    added.place := chain.place;
    added.action := chain.action;
    added.object_kind := chain.object_kind;
    added.object_id := chain.object_id;
    added.outcome := chain.outcome;
    added.purpose := chain.purpose;
    added.previous_hash := coalesce(last.hash, decode(repeat('00', 32), 'hex'));
    added.hash := audit.digest(added);
    insert into audit.entry select (added).*;
    return added.seq;
end
$$;

create function audit.append(
    actor text, place text, action text, object_kind text, object_id text, outcome text, purpose text) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    free smallint;
begin
    -- Who serves the web cannot pretend a release, and who reads the log nothing but that.
    if action = 'audit.purged'
        or (session_user = 'atlas_desk'
            and action !~ '^(session|access|plan|tour|sign_up|feed)\.' and action <> 'outcome.written')
        or (session_user = 'atlas_audit' and action !~ '^audit\.')
    then
        raise insufficient_privilege using message = format('%s may not write %s into the audit log', session_user, action);
    end if;
    select t.chain into free from audit.turn t order by t.chain for update skip locked limit 1;
    if free is null then
        select t.chain into free from audit.turn t where t.chain = pg_backend_pid() % 16 + 1 for update;
    end if;
    return audit.chain(free, actor, place, action, object_kind, object_id, outcome, purpose);
end
$$;
comment on function audit.append is
    'Adds an entry, at the end of a transaction: its chain waits until that ends. The only way in, and the only function that the wall lets be run as its owner.';

create function audit.purge(older_than interval, actor text) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    last audit.entry;
    removed bigint;
    gone bigint;
begin
    if clock_timestamp() - older_than > clock_timestamp() - interval '5 years' then
        raise invalid_parameter_value using message = 'entries of the audit log are kept for at least 5 years';
    end if;
    perform from audit.turn t order by t.chain for update;
    perform set_config('audit.purging', 'on', true);
    removed := 0;
    for last in
        select distinct on (e.chain) e.*
        from audit.entry e
        where e.at < clock_timestamp() - older_than
          -- The newest stays, whatever its age: the next one follows it.
          and exists (select from audit.entry n where n.chain = e.chain and n.seq > e.seq)
        order by e.chain, e.seq desc
    loop
        delete from audit.entry e where e.chain = last.chain and e.seq <= last.seq;
        get diagnostics gone = row_count;
        removed := removed + gone;
        -- From here on this entry vouches for where the chain begins.
        perform audit.chain(
            last.chain, actor, 'command line', 'audit.purged', 'entry',
            format('%s %s %s', last.seq, cast(extract(epoch from last.at) * 1000 as bigint), encode(last.hash, 'hex')), 'done',
            'retention');
    end loop;
    perform set_config('audit.purging', 'off', true);
    return removed;
end
$$;

grant usage on schema audit to atlas_desk, atlas_steward, atlas_audit;
grant execute on function audit.append to atlas_desk, atlas_steward, atlas_audit;
grant execute on function audit.purge to atlas_steward;
grant select on audit.entry to atlas_audit;
