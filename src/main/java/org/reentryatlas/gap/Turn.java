package org.reentryatlas.gap;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.reentryatlas.http.ProblemException;

/** One after the other, in the order in which they came, and nobody waits for long. Safe for many threads. */
final class Turn {
    private final Duration patience;
    private final Semaphore free = new Semaphore(1, true);

    Turn(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does the work when its turn has come.
     *
     * @throws ProblemException 503 if others took too long, or the thread is interrupted
     */
    <T> T take(Supplier<T> work) {
        await();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void await() {
        try {
            if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw ProblemException.unavailable("Others ask what would be if, and it is not your turn yet.");
    }
}
