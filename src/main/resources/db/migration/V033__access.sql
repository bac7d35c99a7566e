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
