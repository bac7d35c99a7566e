-- Prepares the database that it is run in, after roles.sql. Run as superuser (extensions need it); can be run again.
--   psql -X -v ON_ERROR_STOP=1 -d atlas -f scripts/database.sql

set client_min_messages = warning;

create extension if not exists postgis;
create extension if not exists pg_trgm;

begin;

-- Nobody enters by default, and who enters can call the functions of PostGIS, nothing else.
select format('revoke all on database %I from public', current_database())
\gexec
select format('grant connect on database %I to atlas_owner, atlas_steward, atlas_web, atlas_desk, atlas_accounts, atlas_audit', current_database())
\gexec
-- For loading through temporary tables.
select format('grant temporary on database %I to atlas_steward', current_database())
\gexec

revoke all on schema public from public;
grant usage on schema public to atlas_owner, atlas_steward, atlas_web, atlas_desk, atlas_accounts, atlas_audit;

-- These functions of PostGIS tell of any table's rows from its statistics, without asking for a privilege on it: whoever
-- may call them could count people by the square. Nothing of ours needs them; the planner does not go through them.
select format('revoke execute on function %s from public', oid::regprocedure)
  from pg_proc
 where proname in ('_postgis_stats', '_postgis_selectivity', '_postgis_join_selectivity', '_postgis_index_extent',
                   'st_estimatedextent', 'st_estimated_extent')
\gexec
-- PostgreSQL tells everybody how many rows any table has, from its catalogue and its statistics, and how many bytes: that is
-- how many people are under supervision, to the person, while what is published of them is rounded. Who watches a load could
-- read its numbers from the growth of the database or of its log too. Who monitors a server (pg_monitor) still may.
select format('revoke execute on function %1$s from public; grant execute on function %1$s to pg_monitor', oid::regprocedure)
  from pg_proc
 where pronamespace = 'pg_catalog'::regnamespace
   and ((proname ~ '^pg_stat_get_' and proargtypes = '26'::oidvector)
        or proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size', 'pg_database_size',
                       'pg_tablespace_size', 'pg_stat_get_wal', 'pg_stat_get_io', 'pg_stat_get_backend_wal',
                       'pg_stat_get_backend_io', 'pg_control_checkpoint', 'pg_control_recovery', 'pg_get_replication_slots')
        or proname ~ '^pg_(current|last)_wal_.*lsn$')
\gexec
-- Every column but the estimates. The owner and the steward see all, as dumps and plans of their own tables need it.
revoke select on pg_class from public;
select format('grant select (%s) on pg_class to public', string_agg(quote_ident(attname), ', ' order by attnum))
  from pg_attribute
 where attrelid = 'pg_class'::regclass
   and not attisdropped
   and attname !~ '^(reltuples|relpages|relall.*)$'
\gexec
grant select on pg_class to atlas_owner, atlas_steward, pg_monitor;

-- Nobody but an administrator keeps large objects here: they would be a way to fill the disk.
select format('revoke execute on function %s from public', oid::regprocedure)
  from pg_proc
 where proname in ('lo_create', 'lo_creat', 'lo_from_bytea')
\gexec

-- PostgreSQL lets everybody execute a new function; ours shall say who may.
alter default privileges for role atlas_owner revoke execute on functions from public;

commit;
