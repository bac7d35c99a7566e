package org.reentryatlas.db;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that is made of the database and kept in memory, so that whoever needs it never waits. A thread of its own asks
 * whether the data are still those; when the database does not answer, what is kept holds on, since what is published stays.
 *
 * @param <T> immutable
 */
public final class Kept<T> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

    private final Supplier<String> readVersion;
    private final Function<String, T> make;
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "kept");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Made<T> made;
    private volatile long held;
    /** Whether the last question failed; only who asks looks at it. */
    private boolean isOld;

    private record Made<T>(String version, T value) {}

    /**
     * Makes it for the first time.
     *
     * @param readVersion asks the database for a text that changes with the data
     * @param make makes it, given the version
     */
    public Kept(Supplier<String> readVersion, Function<String, T> make) {
        this.readVersion = readVersion;
        this.make = make;
        String version = readVersion.get();
        this.made = new Made<>(version, make.apply(version));
        this.held = System.nanoTime();
    }

    /** Asks from now on, again and again. */
    @SuppressWarnings("FutureReturnValueIgnored") // ask() throws nothing
    public void askEvery(Duration pause) {
        asking.scheduleWithFixedDelay(this::ask, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    public T now() {
        return made.value();
    }

    /** How long ago the database last said that this still holds. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - held);
    }

    /** Asks once, and makes it anew if the data have changed. */
    void ask() {
        try {
            String version = readVersion.get();
            if (!version.equals(made.version())) {
                made = new Made<>(version, make.apply(version));
            }
            if (isOld) {
                isOld = false;
                LOG.info("what is served is renewed again");
            }
            held = System.nanoTime();
        } catch (RuntimeException | OutOfMemoryError e) {
            // A task that throws would never run again. The message could hold anything.
            if (!isOld) {
                isOld = true;
                LOG.warn(
                        "what is served cannot be renewed, and stays as it is: {}",
                        e.getClass().getName());
            }
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
