package org.reentryatlas.layer;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * What the answers are made of, as a text that changes when that does. It is asked for anew only when what is known has been
 * known for a while; when the database does not answer, what is known still holds, since what is published stays.
 */
final class DataVersion {
    private final Supplier<String> read;
    private final Duration fresh;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Known known;

    private record Known(String version, long since) {}

    /**
     * A version that is not known yet.
     *
     * @param read asks the database
     * @param fresh how long an answer counts as new
     */
    DataVersion(Supplier<String> read, Duration fresh) {
        this.read = read;
        this.fresh = fresh;
    }

    /**
     * The version now.
     *
     * @throws JdbiException if it was never known and the database does not answer
     */
    String now() {
        Known before = known;
        return before != null && isFresh(before) ? before.version() : renew();
    }

    private boolean isFresh(Known before) {
        return System.nanoTime() - before.since() < fresh.toNanos();
    }

    /** Whoever comes while another asks goes on with what is known. */
    private String renew() {
        Known before = known;
        if (before == null) {
            lock.lock();
        } else if (!lock.tryLock()) {
            return before.version();
        }
        try {
            Known meanwhile = known;
            Known now =
                    meanwhile != null && isFresh(meanwhile) ? meanwhile : new Known(ask(meanwhile), System.nanoTime());
            known = now;
            return now.version();
        } finally {
            lock.unlock();
        }
    }

    private String ask(@Nullable Known before) {
        try {
            return read.get();
        } catch (JdbiException e) {
            if (before == null) {
                throw e;
            }
            return before.version();
        }
    }
}
