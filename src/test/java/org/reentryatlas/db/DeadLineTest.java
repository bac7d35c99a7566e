package org.reentryatlas.db;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reentryatlas.support.TcpProxy;
import org.reentryatlas.support.TestDatabase;
import org.reentryatlas.support.Until;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Nobody waits for ever: not we for a server that fell silent, nor the server for one of us who died. */
class DeadLineTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String SLEEPING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and query like 'select pg_sleep(300)%'";

    private static final Map<String, String> DIRECT = DATABASE.environment(Path.of("atlas.yaml"));

    private static Database connect(TcpProxy line, Role role) {
        Map<String, String> through = line.environment(DIRECT);
        return Database.connect(
                requireNonNull(through.get("ATLAS_DB_URL")),
                role,
                requireNonNull(through.get("ATLAS_DB_" + role + "_PASSWORD")),
                2);
    }

    /** The lock of somebody who was killed would be held until their statement is over, ten minutes perhaps. */
    @Test
    void theServerGivesUpTheWorkOfWhoDied() throws Exception {
        try (TcpProxy line = TcpProxy.to(DIRECT);
                Database database = connect(line, Role.STEWARD)) {
            CompletableFuture<Void> work = CompletableFuture.runAsync(
                    () -> database.useTransaction(handle -> handle.execute("select pg_sleep(300)")));
            waitForSleepers("1");
            line.cutNow();
            waitForSleepers("0");
            assertThatThrownBy(work::join).hasCauseInstanceOf(JdbiException.class);
        }
    }

    private static void waitForSleepers(String count) throws Exception {
        Until.holds(
                "sleepers: " + count,
                () -> DATABASE.query(Role.STEWARD, SLEEPING).contains(count));
    }

    @ParameterizedTest
    @EnumSource
    void everyWaitForAnAnswerHasAnEnd(Role role) throws Exception {
        try (TcpProxy line = TcpProxy.to(DIRECT);
                Database database = connect(line, role)) {
            int silence = database.read(handle -> handle.getConnection().getNetworkTimeout());
            long statement = database.read(handle -> handle.createQuery(
                            "select setting::bigint from pg_settings where name = 'statement_timeout'")
                    .mapTo(Long.class)
                    .one());
            assertThat(statement).isPositive();
            assertThat(Duration.ofMillis(silence)).isGreaterThan(Duration.ofMillis(statement));
        }
    }

    /** All roles at once, since each waits for the ten seconds that are given to the server. */
    @Test
    @Timeout(60)
    void everyWaitForAConnectionHasAnEnd() throws Exception {
        try (TcpProxy line = TcpProxy.to(DIRECT)) {
            line.stall(true);
            for (CompletableFuture<Database> waiting : Stream.of(Role.values())
                    .map(role ->
                            CompletableFuture.supplyAsync(() -> connect(line, role), task -> new Thread(task).start()))
                    .toList()) {
                assertThatThrownBy(waiting::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(DatabaseUnavailableException.class);
            }
        }
    }
}
