package org.reentryatlas.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The wall between the serving role and person-level rows, as PostgreSQL enforces it. */
class WallTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @ParameterizedTest
    @CsvSource({
        "tables, table_schema",
        "columns, table_schema",
        "routines, routine_schema",
        "role_table_grants, table_schema"
    })
    void theWebRoleSeesNothingOfTheRestrictedSchema(String view, String column) throws SQLException {
        String sql = "select * from information_schema." + view + " where " + column + " = 'supervision'";
        assertThat(DATABASE.query(Role.WEB, sql)).isEmpty();
        if (!view.equals("routines")) {
            assertThat(DATABASE.query(Role.STEWARD, sql))
                    .as("the same question by who may see it")
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select count(*) from supervision.record",
                "select count(*) from supervision.caseload",
                "select count(*) from supervision.reconciliation",
                "select _postgis_stats('supervision.record'::regclass, 'geom')",
                "select st_estimatedextent('supervision', 'record', 'geom')",
                "select _postgis_selectivity((select oid from pg_class where relname = 'record'), 'geom', 'POINT(0 0)'::geometry)",
                "select reltuples from pg_class where relname = 'record'",
                "select relpages from pg_class where relname = 'raw_residence'",
                "select to_json(c) from pg_class c where relname = 'record'",
                "select n_live_tup from pg_stat_all_tables where relname = 'record'",
                "select pg_stat_get_tuples_inserted(oid) from pg_class where relname = 'record'",
                "select tup_inserted from pg_stat_database where datname = current_database()",
                "select pg_relation_size(oid) from pg_class where relname = 'record'",
                "select pg_total_relation_size(oid) from pg_class where relname = 'record'",
                "select pg_database_size(current_database())",
                "select pg_current_wal_lsn()",
                "select checkpoint_lsn from pg_control_checkpoint()",
                "select restart_lsn from pg_replication_slots",
                "select stanumbers1 from pg_statistic",
                "select data from pg_largeobject",
                "explain select count(*) from supervision.record",
                "select table_to_xml('supervision.record', true, true, '')",
                "select pg_sequence_last_value((select oid from pg_class where relname = 'caseload_id_seq'))",
                "select lo_create(0)",
                "select only_one from supervision.door for update",
                "set role atlas_steward",
                "set role atlas_owner",
                "set session authorization atlas_owner",
                "select units from address.point",
                "select pg_read_file('/etc/passwd')",
                "create table published.mine (id integer)"
            })
    void theWebRoleIsDenied(String sql) {
        assertThatThrownBy(() -> DATABASE.query(Role.WEB, sql))
                .isInstanceOf(SQLException.class)
                .extracting(e -> ((SQLException) e).getSQLState())
                .as("insufficient_privilege, or a read-only transaction that the role starts in")
                .isIn("42501", "25006");
    }

    /** What only a write shows: the transaction that the role starts in is no wall. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "create temp table mine (id integer)",
                "create schema mine",
                "create function public.mine() returns integer language sql as 'select 1'",
                "copy (select 1) to '/tmp/mine'",
                "insert into published.measure values ('mine', 99, '', '')"
            })
    void theWebRoleIsDeniedWritesOfAnyKind(String sql) throws SQLException {
        try (Connection connection = DATABASE.connect(Role.WEB);
                Statement statement = connection.createStatement()) {
            statement.execute("set default_transaction_read_only = off");
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("42501");
        }
    }

    /** Where it could fill the disk with temporary tables and large objects; scripts/cluster sees to it. */
    @Test
    void theWebRoleEntersNoDatabaseThatComesWithTheServer() throws SQLException {
        assertThat(DATABASE.query(
                        Role.WEB,
                        "select datname from pg_database where datname in ('postgres', 'template1')"
                                + " and has_database_privilege(datname, 'connect')"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"owner, 1", "steward, 1", "web, 0", "desk, 0", "accounts, 0", "audit, 0"})
    void onlyTheStewardAndTheOwnerMayUseTheSchema(String role, int privileges) throws SQLException {
        assertThat(DATABASE.query(
                        Role.valueOf(role.toUpperCase(java.util.Locale.ROOT)),
                        "select has_schema_privilege('supervision', 'usage')::int"))
                .containsExactly(Integer.toString(privileges));
    }

    @Test
    void publishedNumbersCanBeAddedAndNeverChanged() {
        assertThatThrownBy(() -> DATABASE.query(Role.STEWARD, "delete from published.cell returning measure"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DATABASE.query(Role.STEWARD, "update published.cell set value = 99 returning measure"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aStandingWallHasNoBreach() {
        assertThat(Wall.breaches(DATABASE.as(Role.WEB))).isEmpty();
    }

    @Test
    void theStewardCouldReachPeopleAndTheCheckSaysSo() {
        assertThat(Wall.breaches(DATABASE.as(Role.STEWARD)))
                .contains("may use schema supervision", "has a privilege on supervision.record");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "grant usage on schema supervision to atlas_web | revoke usage on schema supervision from atlas_web | may use schema",
                "grant select (needs) on supervision.record to atlas_web | revoke select (needs) on supervision.record from atlas_web | has a privilege on supervision.record",
                "create view published.leak as select * from supervision.record; grant select on published.leak to atlas_web | drop view published.leak | may read view published.leak",
                "create function published.leak() returns bigint language sql security definer as 'select count(*) from supervision.record'; alter function published.leak() owner to atlas_steward; grant execute on function published.leak() to public | drop function published.leak() | may run published.leak()",
                "grant execute on function st_estimatedextent(text, text) to atlas_web | revoke execute on function st_estimatedextent(text, text) from atlas_web | may run st_estimatedextent(text,text)",
                "grant execute on function pg_stat_get_live_tuples(oid) to atlas_web | revoke execute on function pg_stat_get_live_tuples(oid) from atlas_web | may run pg_stat_get_live_tuples(oid)",
                "grant execute on function pg_database_size(name) to atlas_web | revoke execute on function pg_database_size(name) from atlas_web | may run pg_database_size(name)",
                "grant select (reltuples) on pg_class to atlas_web | revoke select (reltuples) on pg_class from atlas_web | may read pg_class.reltuples",
                "grant insert on published.cell to atlas_web | revoke insert on published.cell from atlas_web | may write to published.cell"
            })
    void serveRefusesToStartWhenTheWallIsDown(String breach, String mend, String words, @TempDir Path directory)
            throws Exception {
        DATABASE.asAdmin("grant create on schema published to atlas_steward");
        DATABASE.asAdmin(breach);
        try {
            Cli serve = Cli.run(DATABASE.environment(SmallCity.config(directory)), "serve", "--port", "0");
            assertThat(serve.exitCode()).isEqualTo(1);
            assertThat(serve.err()).contains("the wall is down").contains(words);
        } finally {
            DATABASE.asAdmin(mend);
        }
    }
}
