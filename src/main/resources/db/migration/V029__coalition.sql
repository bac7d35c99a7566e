-- What a reentry coalition says of its own work: assessments by itself, version by version. Bodies take part and not persons, and
-- nothing here is about a person under supervision.

-- A member of the coalition is of neither agency that plans, and has no beats.
alter table identity.account
    alter column agency drop not null,
    drop constraint account_role_check,
    add constraint account_role_check check (role in ('planner', 'beat_officer', 'coalition_member')),
    add constraint account_role_agency_check check ((role = 'coalition_member') = (agency is null)),
    add constraint account_role_areas_check check (role <> 'coalition_member' or areas = '{}');
comment on column identity.account.agency is 'Null for members of the coalition, who read of plans what everybody reads.';

create schema coalition;
grant usage on schema coalition to atlas_desk;

create table coalition.assessment (
    id            uuid primary key default gen_random_uuid(),
    edition       integer not null check (edition > 0),
    version       integer not null default 1 check (version > 0),
    final_version integer check (final_version between 1 and version),
    final_at      timestamptz,
    changed_at    timestamptz not null default clock_timestamp(),
    check ((final_version is null) = (final_at is null))
);
comment on column coalition.assessment.edition is 'Of the questions that it answers: the same from its first version to its last.';
comment on column coalition.assessment.final_version is 'What everybody reads, while a correction is being written; null for a draft.';

create table coalition.assessment_version (
    assessment_id uuid not null references coalition.assessment on delete cascade,
    version       integer not null check (version > 0),
    body          jsonb not null,
    account_id    uuid not null references identity.account,
    made_at       timestamptz not null default clock_timestamp(),
    primary key (assessment_id, version)
);
comment on table coalition.assessment_version is 'Never changed: a correction is another version.';
comment on column coalition.assessment_version.body is 'Day, bodies that took part, and answers by the id of their question.';

grant select, insert, update on coalition.assessment to atlas_desk;
grant select, insert on coalition.assessment_version to atlas_desk;
