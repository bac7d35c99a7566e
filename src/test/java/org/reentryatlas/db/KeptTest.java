package org.reentryatlas.db;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** When the database is asked again, and what holds while it does not answer. */
class KeptTest {
    private static final String DOWN = "down";

    /** What the database will say, one after the other. */
    private final Deque<String> said = new ArrayDeque<>();

    private final List<String> made = new ArrayList<>();

    private Kept<String> kept(String... answers) {
        said.addAll(List.of(answers));
        return new Kept<>(this::answer, version -> {
            made.add(version);
            return "made of " + version;
        });
    }

    private String answer() {
        String answer = said.remove();
        if (answer.equals(DOWN)) {
            throw new ConnectionException(new SQLException("the server is gone"));
        }
        return answer;
    }

    @Test
    void whatHasNotChangedIsNotMadeAgain() {
        try (Kept<String> kept = kept("one", "one")) {
            kept.ask();
            assertThat(kept.now()).isEqualTo("made of one");
            assertThat(made).containsExactly("one");
        }
    }

    @Test
    void whatHasChangedIsMadeAnew() {
        try (Kept<String> kept = kept("one", "two")) {
            kept.ask();
            assertThat(kept.now()).isEqualTo("made of two");
        }
    }

    @Test
    void whatWasKnownHoldsWhileTheDatabaseDoesNotAnswerAndGrowsOld() {
        try (Kept<String> kept = kept("one", DOWN, "two")) {
            Duration before = kept.age();
            kept.ask();
            assertThat(kept.now()).isEqualTo("made of one");
            assertThat(kept.age()).isGreaterThan(before);
            Duration old = kept.age();
            kept.ask();
            assertThat(kept.now()).isEqualTo("made of two");
            assertThat(kept.age()).isLessThan(old);
        }
    }

    @Test
    void whatCannotBeMadeOnceIsTriedAgain() {
        said.addAll(List.of("one", "two", "two"));
        try (Kept<String> kept = new Kept<>(this::answer, version -> {
            made.add(version);
            if (made.size() == 2) {
                throw new IllegalStateException("half of it is there");
            }
            return version;
        })) {
            kept.ask();
            assertThat(kept.now()).isEqualTo("one");
            kept.ask();
            assertThat(kept.now()).isEqualTo("two");
        }
    }

    @Test
    void whatWasNeverKnownIsAnError() {
        assertThatThrownBy(() -> kept(DOWN)).isInstanceOf(JdbiException.class);
    }
}
