-- Prepares the database that it is run in, after roles.sql. Run as superuser (extensions need it); can be run again.
--   psql -X -v ON_ERROR_STOP=1 -d atlas -f scripts/database.sql

set client_min_messages = warning;

create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists address_standardizer;

begin;

-- Nobody enters by default, and who enters can call the functions of PostGIS, nothing else.
select format('revoke all on database %I from public', current_database())
\gexec
select format('grant connect on database %I to atlas_owner, atlas_steward, atlas_web, atlas_audit', current_database())
\gexec
-- For loading through temporary tables.
select format('grant temporary on database %I to atlas_steward', current_database())
\gexec

revoke all on schema public from public;
grant usage on schema public to atlas_owner, atlas_steward, atlas_web, atlas_audit;

-- PostgreSQL lets everybody execute a new function; ours shall say who may.
alter default privileges for role atlas_owner revoke execute on functions from public;

commit;
