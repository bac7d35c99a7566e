-- A foreign key looks once for each row whether its caseload is there: for a million rows of one caseload a fifth of the whole load.
-- The same is demanded here, once for each statement. Nobody but the owner may change or take out either.
alter table supervision.record drop constraint record_caseload_id_fkey;

create function supervision.require_caseload() returns trigger
language plpgsql as
$$
begin
    if exists (
        select from (select distinct caseload_id from arrived) a
        where not exists (select from supervision.caseload c where c.id = a.caseload_id)
    ) then
        raise foreign_key_violation using message = 'a record must belong to a caseload';
    end if;
    return null;
end
$$;
revoke execute on function supervision.require_caseload() from public;

create trigger arrived_in_caseload
    after insert on supervision.record
    referencing new table as arrived
    for each statement execute function supervision.require_caseload();

create trigger stays_in_caseload
    after update on supervision.record
    referencing new table as arrived
    for each statement execute function supervision.require_caseload();

create function supervision.require_no_record() returns trigger
language plpgsql as
$$
begin
    if exists (select from supervision.record r where r.caseload_id = old.id) then
        raise foreign_key_violation using message = 'a caseload that has records must stay';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end
$$;
revoke execute on function supervision.require_no_record() from public;

create trigger caseload_has_no_record
    before delete or update of id on supervision.caseload
    for each row execute function supervision.require_no_record();
