-- Numbers stick to those of the release before, and every release keeps the worlds that prove that it is protected.

alter table published.cell add column earlier integer check (earlier > 10);
comment on column published.cell.earlier is
    'What the release of the reference date before showed here, to which a number sticks; null where it showed none.';

create table supervision.proof (
    release_id text primary key references published.release,
    content    bytea not null
);
comment on table supervision.proof is
    'The facts of each cell and worlds that agree with everything published, as gzipped JSON; src/docs/protection.md describes it.';

create trigger proof_stays before update or delete on supervision.proof
    for each row execute function published.refuse_change();
create trigger proofs_stay before truncate on supervision.proof
    for each statement execute function published.refuse_change();

grant select, insert on supervision.proof to atlas_steward;
