-- Releases that two people sign before they are public, what is looked at again once they are, and the yearly look at accounts. What lies here
-- of a release is what would be published: protected numbers, and never a count of people that is not.

create schema approval;

create table approval.proposal (
    id             uuid primary key default gen_random_uuid(),
    reference_date date not null,
    release_id     text not null,
    digest         text not null check (digest ~ '^[0-9a-f]{64}$'),
    report_digest  text check (report_digest ~ '^[0-9a-f]{64}$'),
    agreement      text,
    cells          jsonb not null,
    prepared_at    timestamptz(3) not null default clock_timestamp(),
    prepared_by    text not null check (length(prepared_by) <= 60)
);
create index proposal_of_date on approval.proposal (reference_date, prepared_at);
comment on table approval.proposal is 'Releases as they were prepared; never changed. The newest of a reference date is the one that counts.';
comment on column approval.proposal.digest is 'SHA-256 of release.json, which has the digests of all other files.';
comment on column approval.proposal.report_digest is 'SHA-256 of the restricted report, which whoever approves was handed outside of the web.';
comment on column approval.proposal.cells is 'How many cells are shown, hidden or zero, by level, as everybody will be able to count.';
comment on column approval.proposal.prepared_by is 'The user of the machine who gave the command.';

create table approval.file (
    proposal_id uuid not null references approval.proposal,
    name        text not null,
    media_type  text not null,
    content     bytea not null,
    primary key (proposal_id, name)
);
comment on table approval.file is 'The files that would be published, to be read before they are.';

create table approval.decision (
    number      bigint generated always as identity primary key,
    proposal_id uuid not null references approval.proposal,
    what        text not null check (what in ('signed', 'approved', 'sent_back')),
    account_id  uuid not null references identity.account,
    remark      text not null check (length(remark) <= 500),
    made_at     timestamptz(3) not null default clock_timestamp(),
    unique (proposal_id, what)
);
comment on table approval.decision is 'Who signed, approved or sent back what was prepared; never changed. To send back is the last.';

create table approval.publication (
    proposal_id uuid primary key references approval.proposal,
    release_id  text not null unique references published.release
);

create view approval.current as
select p.id, p.reference_date, p.release_id, p.digest, p.report_digest, p.agreement, p.cells, p.prepared_at, p.prepared_by,
       case when u.proposal_id is not null then 'published'
            when exists (select from approval.decision d where d.proposal_id = p.id and d.what = 'sent_back') then 'sent_back'
            when exists (select from approval.proposal n
                         where n.reference_date = p.reference_date and (n.prepared_at, n.id) > (p.prepared_at, p.id)) then 'superseded'
            when exists (select from approval.decision d where d.proposal_id = p.id and d.what = 'approved') then 'approved'
            when exists (select from approval.decision d where d.proposal_id = p.id and d.what = 'signed') then 'signed'
            else 'prepared' end as state
from approval.proposal p
left join approval.publication u on u.proposal_id = p.id;

-- The rule of two people holds whatever program writes: a steward signs, and then a privacy officer who is somebody else decides.
create function approval.require_two() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    state text;
    signer text;
begin
    -- Two who decide at the same time come one after the other, and so does whoever publishes.
    perform pg_advisory_xact_lock(hashtextextended(new.proposal_id::text, 37));
    select c.state into state from approval.current c where c.id = new.proposal_id;
    select a.role into signer from identity.account a
    where a.id = new.account_id and a.revoked_at is null and a.expires_at > clock_timestamp();
    if new.what = 'signed' and (state <> 'prepared' or signer is distinct from 'data_steward')
        or new.what = 'approved' and (state <> 'signed' or signer is distinct from 'privacy_officer')
        or new.what = 'sent_back' and (state not in ('prepared', 'signed', 'approved') or signer is distinct from 'privacy_officer')
        or new.what = 'approved' and exists (
            select from approval.decision d where d.proposal_id = new.proposal_id and d.account_id = new.account_id)
    then
        raise check_violation using message = format('a release that is %s cannot be %s by this account', state, new.what);
    end if;
    new.made_at := clock_timestamp();
    return new;
end
$$;
create trigger two_people before insert on approval.decision
    for each row execute function approval.require_two();

create function approval.require_approved() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_advisory_xact_lock(hashtextextended(new.proposal_id::text, 37));
    if not exists (select from approval.current c where c.id = new.proposal_id and c.state = 'approved') then
        raise check_violation using message = 'what is published was not approved';
    end if;
    return new;
end
$$;
create trigger approved_first before insert on approval.publication
    for each row execute function approval.require_approved();

create function approval.refuse_change() returns trigger
    language plpgsql
as $$
begin
    raise exception 'what was prepared and decided stays as it is';
end
$$;
create trigger proposal_stays before update or delete on approval.proposal for each row execute function approval.refuse_change();
create trigger file_stays before update or delete on approval.file for each row execute function approval.refuse_change();
create trigger decision_stays before update or delete on approval.decision for each row execute function approval.refuse_change();
create trigger publication_stays before update or delete on approval.publication for each row execute function approval.refuse_change();

create table approval.recheck (
    number     bigint generated always as identity primary key,
    release_id text not null references published.release,
    outcome    text not null check (outcome in ('stands', 'concern')),
    remark     text not null check (length(remark) <= 500),
    account_id uuid not null references identity.account,
    made_at    timestamptz(3) not null default clock_timestamp(),
    check (outcome = 'stands' or remark <> '')
);
create index recheck_of_release on approval.recheck (release_id, number);
comment on table approval.recheck is 'What is public is looked at again each quarter (CJIS Security Policy AC-22); never changed.';
create trigger recheck_stays before update or delete on approval.recheck for each row execute function approval.refuse_change();

-- Whoever looks at it sees which releases are public, and no number of them. The owner of a view reads past the policies of the tables.
create view approval.posted as
select r.id, r.reference_date, r.published_at, coalesce(v.id, '') as agreement, w.release_id is not null as is_withdrawn,
       c.made_at as checked_at, coalesce(c.outcome, '') as outcome, coalesce(c.remark, '') as remark, coalesce(a.name, '') as checked_by,
       (greatest(r.published_at, c.made_at) at time zone 'UTC')::date + 91 as due_on
from published.release r
left join agreement.release v on v.release_id = r.id
left join agreement.withdrawn w on w.release_id = r.id
left join lateral (select * from approval.recheck k where k.release_id = r.id order by k.number desc limit 1) c on true
left join identity.account a on a.id = c.account_id;

create table identity.review (
    number     bigint generated always as identity primary key,
    account_id uuid not null references identity.account,
    made_at    timestamptz(3) not null default clock_timestamp(),
    made_by    uuid not null references identity.account
);
create index review_of_account on identity.review (account_id, number);
comment on table identity.review is 'That an account was looked at and stays as it is (CJIS Security Policy AC-2, yearly).';

-- What was sent back, or has a newer one of its date, was not protected together with what is published instead of it: whoever had both
-- could compare the two. So whoever serves reads files of what is still to be decided or published, and no others.
alter table approval.file enable row level security;
create policy everything on approval.file to atlas_steward using (true) with check (true);
create policy undecided on approval.file for select to atlas_desk using (
    proposal_id in (select c.id from approval.current c where c.state in ('prepared', 'signed', 'approved')));

grant usage on schema approval to atlas_steward, atlas_desk;
grant select on approval.proposal, approval.file, approval.decision, approval.publication, approval.current to atlas_steward, atlas_desk;
grant insert on approval.proposal, approval.file, approval.publication to atlas_steward;
grant insert on approval.decision, approval.recheck to atlas_desk;
grant select on approval.recheck, approval.posted to atlas_desk;
grant select, insert on identity.review to atlas_desk;
grant update (revoked_at) on identity.account to atlas_desk;
-- With an account that is ended goes all that it signed in with.
grant delete on identity.oidc_subject, identity.password, identity.second_factor to atlas_desk;
grant usage on schema agreement to atlas_desk;
grant select on agreement.current, agreement.decision to atlas_desk;
grant select on audit.entry to atlas_desk;
