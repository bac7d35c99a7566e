-- How each release was protected and checked, for the agency's privacy officer. It tells cells hidden for what they hold from
-- cells hidden to protect others, and it holds exact counts, so it stays on the restricted side of the wall.

create table supervision.release_audit (
    release_id text primary key references published.release,
    summary    jsonb not null check (jsonb_typeof(summary) = 'object')
);
comment on table supervision.release_audit is 'Written by the release itself; rows are added, never changed or removed.';

grant select, insert on supervision.release_audit to atlas_steward;
