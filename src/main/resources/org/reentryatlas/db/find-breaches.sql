-- Every way in which the role of this connection could reach the restricted schema, in words.
-- No row means that the wall stands.
select 'is a superuser' as breach from pg_roles where rolname = current_user and rolsuper
union all
select 'bypasses row security' from pg_roles where rolname = current_user and rolbypassrls
union all
select 'may create roles' from pg_roles where rolname = current_user and rolcreaterole
union all
select 'is a member of ' || r.rolname
from pg_roles r
where r.rolname <> current_user and pg_has_role(current_user, r.oid, 'MEMBER')
union all
select 'may use schema ' || n.nspname
from pg_namespace n
where n.nspname = 'supervision' and has_schema_privilege(current_user, n.oid, 'USAGE, CREATE')
union all
select 'has a privilege on ' || n.nspname || '.' || c.relname
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'supervision'
  and ((c.relkind in ('r', 'v', 'm', 'p', 'f')
        and (has_table_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
             or has_any_column_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES')))
       or (c.relkind = 'S' and has_sequence_privilege(current_user, c.oid, 'USAGE, SELECT, UPDATE')))
union all
select 'may run ' || p.oid::regprocedure
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
where n.nspname = 'supervision' and has_function_privilege(current_user, p.oid, 'EXECUTE')
union all
select 'may run ' || p.oid::regprocedure || ', which acts as ' || o.rolname
from pg_proc p
join pg_roles o on o.oid = p.proowner
where p.prosecdef
  and o.rolname <> current_user
  and p.pronamespace <> 'pg_catalog'::regnamespace
  -- Adds to the audit log and tells nothing: the one way by which a role writes there that may neither read nor change it.
  and (p.oid::regprocedure::text, o.rolname, current_user::text) <>
      ('audit.append(text,text,text,text,text,text,text)', 'atlas_owner', 'atlas_desk')
  and has_function_privilege(current_user, p.oid, 'EXECUTE')
union all
select 'may run ' || p.oid::regprocedure || ', which tells of any table''s rows (see scripts/database.sql)'
from pg_proc p
where p.proname in ('_postgis_stats', '_postgis_selectivity', '_postgis_join_selectivity', '_postgis_index_extent',
                    'st_estimatedextent', 'st_estimated_extent')
  and has_function_privilege(current_user, p.oid, 'EXECUTE')
union all
select 'may run ' || p.oid::regprocedure || ', which tells how many rows or bytes any table has (see scripts/database.sql)'
from pg_proc p
where p.pronamespace = 'pg_catalog'::regnamespace
  and ((p.proname ~ '^pg_stat_get_' and p.proargtypes = '26'::oidvector)
       or p.proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size', 'pg_database_size',
                        'pg_tablespace_size', 'pg_stat_get_wal', 'pg_stat_get_io', 'pg_stat_get_backend_wal',
                        'pg_stat_get_backend_io', 'pg_control_checkpoint', 'pg_control_recovery', 'pg_get_replication_slots')
       or p.proname ~ '^pg_(current|last)_wal_.*lsn$')
  and has_function_privilege(current_user, p.oid, 'EXECUTE')
union all
select 'may read pg_class.' || a.attname || ', which tells how many rows any table has (see scripts/database.sql)'
from pg_attribute a
where a.attrelid = 'pg_class'::regclass
  and a.attname ~ '^(reltuples|relpages|relall.*)$'
  and has_column_privilege(current_user, a.attrelid, a.attnum, 'SELECT')
union all
select 'may read view ' || v.oid::regclass || ', which reads schema supervision'
from pg_class v
join pg_rewrite w on w.ev_class = v.oid
join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refclassid = 'pg_class'::regclass
join pg_class t on t.oid = d.refobjid
join pg_namespace n on n.oid = t.relnamespace
where v.relkind in ('v', 'm')
  and n.nspname = 'supervision'
  and has_table_privilege(current_user, v.oid, 'SELECT')
union all
select 'may write to published.' || c.relname
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'published'
  and c.relkind in ('r', 'p')
  and has_table_privilege(current_user, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
