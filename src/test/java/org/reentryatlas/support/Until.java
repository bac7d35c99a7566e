package org.reentryatlas.support;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits by asking, not by sleeping, and not for ever: what does not come is a failure and no build that stands still. */
public final class Until {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private Until() {}

    /** Asks until it holds. */
    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.call()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what);
            }
            Thread.onSpinWait();
        }
    }
}
