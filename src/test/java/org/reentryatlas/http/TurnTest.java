package org.reentryatlas.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnTest {
    private final Turn turn = new Turn(Duration.ofMillis(1), "It is not your turn yet.");

    @Test
    void whoeverWaitsForTooLongIsToldToComeAgain() {
        turn.take(() -> {
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> turn.take(() -> "never"));
            assertThatThrownBy(other::join)
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("not your turn yet");
            return "done";
        });
        assertThat(turn.take(() -> "free")).isEqualTo("free");
    }

    @Test
    void afterAFaultTheNextHasItsTurn() {
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("nothing");
                }))
                .hasMessage("nothing");
        assertThat(turn.take(() -> "free")).isEqualTo("free");
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> turn.take(() -> "never")).isInstanceOf(ProblemException.class);
        assertThat(Thread.interrupted()).as("and still is").isTrue();
    }
}
