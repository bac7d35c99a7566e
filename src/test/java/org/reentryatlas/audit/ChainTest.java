package org.reentryatlas.audit;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The chain in a real database: who may write it, and whether whatever is done to it past its function is found where it was done. */
class ChainTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int ENTRIES = 200;
    private static final int FORGERIES = 1_000;

    @BeforeAll
    static void fill() {
        DATABASE.as(Role.DESK).useTransaction(handle -> Forger.fill(handle, ENTRIES - 1));
        DATABASE.as(Role.STEWARD)
                .useTransaction(handle -> Audit.on(handle).done(Action.RELEASE_PUBLISHED, "2026-06-30.1"));
    }

    @Test
    void whatTheDatabaseWroteFollows() throws SQLException {
        Verified found = new AuditLog(DATABASE.as(Role.AUDIT)).verify(null, read -> {});
        assertThat(found.faults()).isEmpty();
        assertThat(found.entries()).isGreaterThanOrEqualTo(ENTRIES);
        assertThat(found.first()).isEqualTo(1);
        assertThat(DATABASE.query(Role.AUDIT, "select role || ' ' || place from audit.entry where seq = " + ENTRIES))
                .containsExactly("atlas_steward command line");
        assertThat(DATABASE.query(
                        Role.AUDIT,
                        "select distinct role || ' ' || place from audit.entry where chain = 1 and seq < " + ENTRIES))
                .containsExactly("atlas_desk 2001:db8::7");
    }

    @Test
    void theTableAndTheProgramKnowTheSameActionsAndPurposes() throws SQLException {
        String checks = String.join(
                " ",
                DATABASE.query(
                        Role.OWNER,
                        "select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'audit.entry'::regclass"));
        assertThat(Pattern.compile("'([a-z_]+\\.[a-z_]+)'")
                        .matcher(checks)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Action.values()).map(Action::code).toList());
        Arrays.stream(Purpose.values()).forEach(purpose -> assertThat(checks).contains("'" + purpose.code() + "'"));
    }

    /** A thousand forgeries, each undone before the next. */
    @Test
    void everyForgeryIsFoundAtItsEntry() throws SQLException {
        Random random = new Random(20_261_127);
        TreeMap<String, Integer> found = new TreeMap<>();
        try (var connection = DATABASE.connect(Role.OWNER);
                var handle = Jdbi.open(connection)) {
            handle.begin();
            handle.execute("alter table audit.entry disable trigger user");
            handle.execute("alter table audit.entry drop constraint entry_seq_check");
            Head head = Forger.head(handle);
            Forger forger = new Forger(handle, random, ENTRIES);
            for (int i = 0; i < FORGERIES; i++) {
                String way = Forger.WAYS.get(i % Forger.WAYS.size());
                handle.savepoint("whole");
                long seq = forger.forge(way);
                Verified verified = Forger.walk(handle, head);
                assertThat(verified.faults()).as("%s at %d (%d)", way, seq, i).isNotEmpty();
                assertThat(verified.faults().get(0).seq())
                        .as("%s at %d (%d): %s", way, seq, i, verified.faults())
                        .isEqualTo(seq);
                found.merge(way + " is " + verified.faults().get(0).kind(), 1, Integer::sum);
                handle.rollbackToSavepoint("whole");
            }
            assertThat(Forger.walk(handle, head).faults()).isEmpty();
            handle.rollback();
        }
        assertThat(found.keySet())
                .containsExactly(
                        "change and make the hash anew is CHANGED",
                        "change is CHANGED",
                        "change the hash before is CHANGED",
                        "change the hash is CHANGED",
                        "change the time is CHANGED",
                        "cut off the end is CUT_OFF",
                        "insert and move the others is INSERTED",
                        "remove and close the gap is REMOVED",
                        "remove is REMOVED",
                        "swap is REORDERED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WEB     | select audit.append('', 'web', 'plan.saved', 'plan', '', 'done', 'planning') | permission denied",
                "WEB     | select * from audit.entry                          | permission denied",
                "DESK    | update audit.entry set actor = ''                  | permission denied",
                "DESK    | insert into audit.entry select from audit.entry    | permission denied",
                "DESK    | delete from audit.entry                            | permission denied",
                "DESK    | select * from audit.turn                            | permission denied",
                "DESK    | select audit.chain(1::smallint, '', 'web', 'plan.saved', 'plan', '', 'done', 'planning') | permission denied",
                "DESK    | select audit.purge(interval '6 years', '')         | permission denied",
                "DESK    | select audit.append('', 'web', 'release.published', 'release', '', 'done', 'publication') | may not write",
                "STEWARD | update audit.entry set actor = ''                  | permission denied",
                "STEWARD | select audit.append('', 'web', 'audit.purged', 'entry', '9 9 9', 'done', 'retention') | may not write",
                "STEWARD | select audit.purge(interval '4 years 364 days', '') | at least 5 years",
                "AUDIT   | delete from audit.entry                            | permission denied",
                "AUDIT   | select audit.append('', 'web', 'plan.saved', 'plan', '', 'done', 'planning') | may not write",
                "STEWARD | select audit.append('', 'web', 'plan.burnt', 'plan', '', 'done', 'planning') | entry_action_check",
                "STEWARD | select audit.append('', 'home', 'plan.saved', 'plan', '', 'done', 'planning') | entry_place_check",
                "OWNER   | update audit.entry set actor = ''                  | added, never changed or removed",
                "OWNER   | delete from audit.entry                            | added, never changed or removed",
                "OWNER   | truncate audit.entry                               | added, never changed or removed"
            })
    void nobodyWritesButThroughTheFunction(Role role, String statement, String words) {
        assertThatThrownBy(() -> DATABASE.query(role, statement)).hasMessageContaining(words);
    }

    /** Two who write at once do not wait for each other, and neither's entry follows one that may never be. */
    @Test
    void whoWritesWhileAnotherDoesTakesAnotherChain() throws SQLException {
        try (var one = DATABASE.connect(Role.DESK);
                var other = DATABASE.connect(Role.DESK)) {
            one.setAutoCommit(false);
            append(one);
            append(other);
            one.rollback();
        }
        assertThat(DATABASE.query(Role.AUDIT, "select chain from audit.entry where actor = 'at once'"))
                .containsExactly("2");
        assertThat(new AuditLog(DATABASE.as(Role.AUDIT))
                        .verify(null, read -> {})
                        .faults())
                .isEmpty();
    }

    private static void append(java.sql.Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select audit.append('at once', 'web', 'plan.saved', 'plan', '', 'done', 'planning')");
        }
    }

    /** A clock that is said to purge does not let go what is young. */
    @Test
    void whatIsYoungStaysWhoeverSaysThatItPurges() throws SQLException {
        try (var connection = DATABASE.connect(Role.OWNER);
                var statement = connection.createStatement()) {
            statement.execute("set audit.purging = on");
            assertThatThrownBy(() -> statement.execute("delete from audit.entry"))
                    .hasMessageContaining("added, never changed or removed");
        }
    }
}
