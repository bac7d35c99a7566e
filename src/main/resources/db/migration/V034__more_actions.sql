-- What else is recorded, and what of it is done on the web: second factors, keys of programs, releases that two people sign, and what those
-- who watch over the service read.

alter table audit.entry
    drop constraint entry_action_check,
    add constraint entry_action_check check (action in (
        'session.started', 'session.ended', 'access.refused', 'account.added', 'account.revoked', 'account.changed', 'account.reviewed',
        'key.made', 'key.revoked', 'agreement.added', 'agreement.decided',
        'plan.created', 'plan.saved', 'plan.consented', 'plan.published', 'plan.cancelled', 'plan.reinstated', 'plan.result_written',
        'plan.remarked', 'tour.agreed', 'outcome.written', 'outcomes.published', 'sign_up.removed', 'feed.made', 'feed.revoked',
        'data.loaded', 'data.removed', 'caseload.loaded', 'caseload.purged',
        'release.prepared', 'release.read', 'release.signed', 'release.approved', 'release.sent_back', 'release.published', 'release.rechecked',
        'release.exported', 'layer.exported', 'report.written', 'disclosure.read',
        'gap_run.published', 'gap_plan.published', 'gap_plan.withdrawn',
        'audit.read', 'audit.head_exported', 'audit.purged'));

create or replace function audit.append(
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
            and action !~ '^(session|access|plan|tour|sign_up|feed|key)\.'
            and action not in (
                'outcome.written', 'account.changed', 'account.reviewed', 'account.revoked', 'release.read', 'release.signed', 'release.approved',
                'release.sent_back', 'release.rechecked', 'layer.exported', 'disclosure.read', 'audit.read'))
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
