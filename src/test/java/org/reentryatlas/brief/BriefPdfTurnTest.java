package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.support.Until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who asks for many briefs at once must not take all places that the server has for requests: each wait is one of them. */
class BriefPdfTurnTest {
    /** What ends a brief without any being written, so that nothing has to be laid out. */
    private static final class Reached extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final BriefPdf briefs = new BriefPdf();

    private Thread ask(Supplier<Map<String, Object>> brief, List<FutureTask<byte[]>> asked) {
        FutureTask<byte[]> task = new FutureTask<>(() -> briefs.write(brief, Paper.LETTER));
        asked.add(task);
        Thread thread = new Thread(task);
        thread.start();
        return thread;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.SECONDS)
    void whoComesWhileManyWaitIsRefusedAtOnceAndTheOthersHaveTheirTurn() throws Exception {
        List<FutureTask<byte[]>> asked = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ask(
                () -> {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    throw new Reached();
                },
                asked);
        begun.await();
        for (int number = 0; number < BriefPdf.MOST_WAITING; number++) {
            Thread waiting = ask(
                    () -> {
                        throw new Reached();
                    },
                    asked);
            Until.holds("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        }

        assertThatThrownBy(() -> briefs.write(Map::of, Paper.LETTER))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("More briefs are asked for");

        end.countDown();
        for (FutureTask<byte[]> task : asked) {
            assertThatThrownBy(task::get).hasCauseInstanceOf(Reached.class);
        }
        assertThat(asked).hasSize(1 + BriefPdf.MOST_WAITING);
        assertThatThrownBy(() -> briefs.write(
                        () -> {
                            throw new Reached();
                        },
                        Paper.LETTER))
                .as("all places are free again")
                .isInstanceOf(Reached.class);
    }
}
