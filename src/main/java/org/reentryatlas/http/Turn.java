package org.reentryatlas.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One after the other or a few at a time, in the order in which they came, and nobody waits for long. Safe for many threads. */
public final class Turn {
    private final Duration patience;
    private final String busy;
    private final Semaphore free;

    /**
     * Nobody's turn yet.
     *
     * @param patience how long somebody waits for it
     * @param busy what they are told then, a sentence
     */
    public Turn(Duration patience, String busy) {
        this(1, patience, busy);
    }

    /**
     * The same for several.
     *
     * @param places how many have their turn at a time
     */
    public Turn(int places, Duration patience, String busy) {
        this.free = new Semaphore(places, true);
        this.patience = patience;
        this.busy = busy;
    }

    /**
     * Does the work when its turn has come.
     *
     * @throws ProblemException 503 if others took too long, or the thread is interrupted
     */
    public <T> T take(Supplier<T> work) {
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
        throw ProblemException.unavailable(busy);
    }
}
