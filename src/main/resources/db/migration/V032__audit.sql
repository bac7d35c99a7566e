-- What was done, by whom, when, from where and what for. An entry is written in the transaction of what it records, so that neither is
-- there without the other; each carries the hash of the one before, so that none can be changed, taken out, put in or moved unseen. No
-- entry has a word about a person under supervision, nor a number of people.

create schema audit;

create table audit.entry (
    seq           bigint primary key check (seq > 0),
    at            timestamptz(3) not null,
    role          text not null,
    actor         text not null check (length(actor) <= 60 and actor !~ '[\x01-\x1f\x7f]'),
    place         text not null check (place ~ '^(command line|web|[0-9a-f.:]{2,45})$'),
    action        text not null check (action in (
        'session.started', 'session.ended', 'access.refused', 'account.added', 'account.revoked',
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
    hash          bytea not null check (length(hash) = 32)
);
-- Times never decrease along the numbers, so that a few pages of an index of ranges tell where a time is.
create index entry_at on audit.entry using brin (at);
comment on table audit.entry is 'The audit log; src/docs/audit.md describes it, and atlas verify audit holds it against its hashes.';
comment on column audit.entry.role is 'The database role that was signed in: the server says it, not who writes.';
comment on column audit.entry.actor is 'Name of an account on the web, user of the machine on the command line; empty for somebody who has no account.';
comment on column audit.entry.place is 'Address of the client where an account or a sign-in is on the web; nothing but web for who has none.';
comment on column audit.entry.previous_hash is 'The hash of the entry before; zeros in the first.';

create table audit.turn ();
comment on table audit.turn is 'Always empty. Whoever has it locked writes the next entry, until its transaction ends.';

-- Each field with its length before it, so that no text can look like another field.
create function audit.part(field text) returns text
    language sql immutable parallel safe
    return octet_length(field) || ':' || field;

create function audit.digest(e audit.entry) returns bytea
    language sql immutable parallel safe
    return sha256(e.previous_hash || convert_to(
        audit.part(e.seq::text) || audit.part(cast(extract(epoch from e.at) * 1000 as bigint)::text)
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
    actor text, place text, action text, object_kind text, object_id text, outcome text, purpose text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    last audit.entry;
    added audit.entry;
begin
    lock table audit.turn in exclusive mode;
    select * into last from audit.entry order by seq desc limit 1;
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
begin
    -- Who serves the web cannot pretend a release, and who reads the log nothing but that.
    if action = 'audit.purged'
        or (session_user = 'atlas_desk'
            and action !~ '^(session|access|plan|tour|sign_up|feed)\.' and action <> 'outcome.written')
        or (session_user = 'atlas_audit' and action !~ '^audit\.')
    then
        raise insufficient_privilege using message = format('%s may not write %s into the audit log', session_user, action);
    end if;
    return audit.chain(actor, place, action, object_kind, object_id, outcome, purpose);
end
$$;
comment on function audit.append is
    'Adds an entry, at the end of a transaction: nobody else can until that ends. The only way in, and the only function that the wall lets be run as its owner.';

create function audit.purge(older_than interval, actor text) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    last audit.entry;
    removed bigint;
begin
    if clock_timestamp() - older_than > clock_timestamp() - interval '5 years' then
        raise invalid_parameter_value using message = 'entries of the audit log are kept for at least 5 years';
    end if;
    lock table audit.turn in exclusive mode;
    -- The newest stays, whatever its age: the next one follows it.
    select * into last
    from audit.entry
    where at < clock_timestamp() - older_than and seq < (select max(seq) from audit.entry)
    order by seq desc
    limit 1;
    if last.seq is null then
        return 0;
    end if;
    perform set_config('audit.purging', 'on', true);
    delete from audit.entry where seq <= last.seq;
    get diagnostics removed = row_count;
    perform set_config('audit.purging', 'off', true);
    -- From here on this entry vouches for where the chain begins.
    perform audit.chain(
        actor, 'command line', 'audit.purged', 'entry',
        format('%s %s %s', last.seq, cast(extract(epoch from last.at) * 1000 as bigint), encode(last.hash, 'hex')), 'done', 'retention');
    return removed;
end
$$;

grant usage on schema audit to atlas_desk, atlas_steward, atlas_audit;
grant execute on function audit.append to atlas_desk, atlas_steward, atlas_audit;
grant execute on function audit.purge to atlas_steward;
grant select on audit.entry to atlas_audit;
