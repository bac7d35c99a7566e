package org.reentryatlas.layer;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When the database is asked again, and what holds while it does not answer. */
class DataVersionTest {
    private static final String DOWN = "down";

    /** What the database will say, one after the other. */
    private final Deque<String> said = new ArrayDeque<>();

    private DataVersion version(Duration fresh, String... answers) {
        said.addAll(List.of(answers));
        return new DataVersion(this::ask, fresh);
    }

    private String ask() {
        String answer = said.remove();
        if (answer.equals(DOWN)) {
            throw new ConnectionException(new SQLException("the server is gone"));
        }
        return answer;
    }

    @Test
    void whatIsFreshIsNotAskedAgain() {
        DataVersion version = version(Duration.ofDays(1), "one", "two");
        assertThat(version.now()).isEqualTo("one");
        assertThat(version.now()).isEqualTo("one");
        assertThat(said).containsExactly("two");
    }

    @Test
    void whatIsOldIsAskedAgain() {
        DataVersion version = version(Duration.ZERO, "one", "two");
        assertThat(version.now()).isEqualTo("one");
        assertThat(version.now()).isEqualTo("two");
    }

    @Test
    void whatWasKnownHoldsWhileTheDatabaseDoesNotAnswer() {
        DataVersion version = version(Duration.ZERO, "one", DOWN, "two");
        assertThat(version.now()).isEqualTo("one");
        assertThat(version.now()).isEqualTo("one");
        assertThat(version.now()).isEqualTo("two");
    }

    @Test
    void whatWasNeverKnownIsAnErrorAndAskedAgain() {
        DataVersion version = version(Duration.ofDays(1), DOWN, "one");
        assertThatThrownBy(version::now).isInstanceOf(JdbiException.class);
        assertThat(version.now()).isEqualTo("one");
    }
}
