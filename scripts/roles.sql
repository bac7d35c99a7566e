-- The six login roles of Reentry Atlas. Run as superuser; running it again only sets everything anew.
--
-- The passwords come from the environment, since a command line is visible to everybody on the machine:
--   ATLAS_DB_OWNER_PASSWORD=… ATLAS_DB_STEWARD_PASSWORD=… ATLAS_DB_WEB_PASSWORD=… ATLAS_DB_DESK_PASSWORD=… \
--     ATLAS_DB_ACCOUNTS_PASSWORD=… ATLAS_DB_AUDIT_PASSWORD=… psql -X -v ON_ERROR_STOP=1 -d postgres -f scripts/roles.sql
-- Afterwards: create database atlas owner atlas_owner, and run database.sql in it.

\getenv owner_password ATLAS_DB_OWNER_PASSWORD
\getenv steward_password ATLAS_DB_STEWARD_PASSWORD
\getenv web_password ATLAS_DB_WEB_PASSWORD
\getenv desk_password ATLAS_DB_DESK_PASSWORD
\getenv accounts_password ATLAS_DB_ACCOUNTS_PASSWORD
\getenv audit_password ATLAS_DB_AUDIT_PASSWORD

-- Whatever the server logs elsewhere, these statements must not leave a password in its log.
set log_statement = 'none';
set log_min_error_statement = 'panic';
set log_min_duration_statement = -1;
set log_min_duration_sample = -1;
set password_encryption = 'scram-sha-256';

begin;

select format('create role %I', name)
  from unnest(array ['atlas_owner', 'atlas_steward', 'atlas_web', 'atlas_desk', 'atlas_accounts', 'atlas_audit']) as name
 where not exists (select from pg_roles where rolname = name)
\gexec

-- Runs migrations and owns every object; never used by a running service.
alter role atlas_owner login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'owner_password';

-- Loads files and makes releases: the only one that sees records of persons.
alter role atlas_steward login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'steward_password';
alter role atlas_steward set statement_timeout = '10min';

-- Serves the published layers. NOINHERIT: a grant of another role by mistake would give it nothing by itself.
alter role atlas_web login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'web_password';
alter role atlas_web set statement_timeout = '3s';
alter role atlas_web set idle_in_transaction_session_timeout = '10s';
alter role atlas_web set max_parallel_workers_per_gather = 0;
-- A seat belt, not the wall: the session can switch it off. Privileges are the wall.
alter role atlas_web set default_transaction_read_only = on;

-- Keeps what agencies plan together on the web: events, sign-ups, sessions. Beside atlas_web, so that what only reads cannot write.
alter role atlas_desk login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'desk_password';
alter role atlas_desk set statement_timeout = '3s';
alter role atlas_desk set idle_in_transaction_session_timeout = '10s';
alter role atlas_desk set max_parallel_workers_per_gather = 0;

-- Makes and ends accounts of members of staff.
alter role atlas_accounts login noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'accounts_password';

-- Reads the audit log.
alter role atlas_audit login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'audit_password';

commit;
