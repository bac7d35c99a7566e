-- Accounts are made with a role of their own: whoever loads and makes releases could else make the account that approves them. And what a
-- coalition says of itself is recorded as all else that is written on the web.

do $$
begin
    if not exists (select from pg_roles where rolname = 'atlas_accounts') then
        raise exception 'there is no role atlas_accounts: run scripts/roles.sql and scripts/database.sql again before this';
    end if;
end
$$;

-- Of an account, whoever loads and makes releases sees who signed and approved.
revoke all on all tables in schema identity from atlas_steward;
grant select (id, name) on identity.account to atlas_steward;

grant usage on schema identity, audit, boundary, atlas_history to atlas_accounts;
grant select on atlas_history.migration to atlas_accounts;
-- Which beats there are.
grant select (id, base_level, valid_to) on boundary.area_set to atlas_accounts;
grant select (set_id, level, key) on boundary.area to atlas_accounts;
-- Neither what an account is called nor what it may do is changed: another one is made.
grant select, insert, update (trained_on, used_on, revoked_at) on identity.account to atlas_accounts;
grant select, insert, update, delete on identity.password to atlas_accounts;
grant select, delete on identity.session, identity.sign_in_failure to atlas_accounts;
grant select, insert, delete on identity.oidc_subject to atlas_accounts;
grant select (account_id, set_at, locked_at), insert, update (locked_at), delete on identity.second_factor to atlas_accounts;
grant select, update (revoked_at) on identity.api_key to atlas_accounts;
grant execute on function audit.append to atlas_accounts;

alter table audit.entry
    drop constraint entry_action_check,
    add constraint entry_action_check check (action in (
        'session.started', 'session.ended', 'access.refused', 'account.added', 'account.revoked', 'account.changed', 'account.reviewed',
        'key.made', 'key.revoked', 'agreement.added', 'agreement.decided',
        'plan.created', 'plan.saved', 'plan.consented', 'plan.published', 'plan.cancelled', 'plan.reinstated', 'plan.result_written',
        'plan.remarked', 'tour.agreed', 'outcome.written', 'outcomes.published', 'sign_up.removed', 'feed.made', 'feed.revoked',
        'data.loaded', 'data.removed', 'caseload.loaded', 'caseload.purged',
        'release.prepared', 'release.read', 'release.signed', 'release.approved', 'release.sent_back', 'release.published', 'release.rechecked',
        'assessment.saved', 'assessment.finished', 'release.exported', 'layer.exported', 'report.written', 'disclosure.read',
        'gap_run.published', 'gap_plan.published', 'gap_plan.withdrawn',
        'audit.read', 'audit.head_exported', 'audit.purged'));

-- Who serves the web cannot pretend a release, who makes releases no account, who makes accounts nothing but that, and who reads the log
-- nothing but that it was read. Of its own, so that another action changes this and nothing else.
create function audit.may_write(role name, action text) returns boolean
    language sql immutable
as $$
    select action <> 'audit.purged'
        and case role
            when 'atlas_desk' then action ~ '^(session|access|plan|tour|sign_up|feed|key|assessment)\.'
                or action in (
                    'outcome.written', 'account.changed', 'account.reviewed', 'account.revoked', 'release.read', 'release.signed',
                    'release.approved', 'release.sent_back', 'release.rechecked', 'layer.exported', 'disclosure.read', 'audit.read')
            when 'atlas_steward' then action !~ '^(session|access|account|key|assessment)\.'
            when 'atlas_accounts' then action ~ '^(account|key)\.'
            when 'atlas_audit' then action ~ '^audit\.'
            else true
        end
$$;

create or replace function audit.append(
    actor text, place text, action text, object_kind text, object_id text, outcome text, purpose text) returns bigint
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    free smallint;
begin
    if not audit.may_write(session_user, action) then
        raise insufficient_privilege using message = format('%s may not write %s into the audit log', session_user, action);
    end if;
    select t.chain into free from audit.turn t order by t.chain for update skip locked limit 1;
    if free is null then
        select t.chain into free from audit.turn t where t.chain = pg_backend_pid() % 16 + 1 for update;
    end if;
    return audit.chain(free, actor, place, action, object_kind, object_id, outcome, purpose);
end
$$;
