package org.reentryatlas.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One request must not take the whole database server, on a directory of 200,000 sites. */
class ServingRoleTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeAll
    static void fill() throws SQLException {
        try (Connection connection = DATABASE.connect(Role.OWNER);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into provider.source (name, format, file) values ('test', 'table', '')");
            statement.execute("""
                    insert into provider.site (source_id, organization, name, source_category, address, phone, url, hours,
                                               eligibility, languages, confidential, geom, record_id, source)
                    select n, '', 'Site ' || n, '', '', '', '', '', '', '', false,
                           st_setsrid(st_makepoint(-110 + n % 500 * 0.01, 40 + n / 500 * 0.01), 4326), gen_random_uuid(), 'test'
                    from generate_series(1, 200000) n
                    """);
            statement.execute("analyze provider.site");
        }
    }

    /** The pool says it itself, so that it also holds where the role was made without. */
    @Test
    void theServingRoleHasItsLimits() throws Exception {
        Map<String, String> limits = Map.of(
                "max_parallel_workers_per_gather", "0",
                "statement_timeout", "3s",
                "idle_in_transaction_session_timeout", "10s",
                "default_transaction_read_only", "on");
        for (Map.Entry<String, String> limit : limits.entrySet()) {
            String show = "show " + limit.getKey();
            assertThat(DATABASE.query(Role.WEB, show)).as("the role").containsExactly(limit.getValue());
            assertThat(ask("select setting || source from pg_settings where name = '" + limit.getKey() + "'"))
                    .as("the pool")
                    .first()
                    .asString()
                    .endsWith("client");
            assertThat(ask(show)).as("the pool").containsExactly(limit.getValue());
        }
    }

    @Test
    void aBoxIsLookedUpInTheIndexByOneProcess() {
        String box = "where st_intersects(geom, st_makeenvelope(-109.5, 40.5, -109.4, 40.6, 4326))";
        String plan = String.join("\n", ask("explain select name from provider.site " + box));
        assertThat(plan).contains("site_geom").doesNotContain("Gather", "Seq Scan");
        assertThat(ask("select count(*) from provider.site " + box)).containsExactly("121");
    }

    @Test
    void evenWhatReadsEverythingIsReadByOneProcess() {
        String all = "explain select count(*) from provider.site where st_x(geom) > 0";
        assertThat(String.join("\n", ask(all))).contains("Seq Scan").doesNotContain("Gather");
        assertThat(String.join("\n", askWithWorkers(all)))
                .as("what it would be without the limit")
                .contains("Gather");
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() {
        assertThatThrownBy(() -> ask("select count(*) from provider.site a, provider.site b where a.name > b.address"))
                .isInstanceOf(JdbiException.class)
                .hasMessageContaining("statement timeout");
    }

    private static List<String> ask(String sql) {
        return DATABASE.as(Role.WEB)
                .read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static List<String> askWithWorkers(String sql) {
        return DATABASE.as(Role.WEB).inTransaction(handle -> {
            handle.execute("set local max_parallel_workers_per_gather = 2");
            return handle.createQuery(sql).mapTo(String.class).list();
        });
    }
}
