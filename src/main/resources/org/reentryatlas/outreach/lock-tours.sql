-- One after the other; the number means nothing but that.
select 1 from (select pg_advisory_xact_lock(927301845)) locked
