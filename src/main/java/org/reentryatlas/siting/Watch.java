package org.reentryatlas.siting;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever waits for a search: may end it, and is told how far it is. An interruption of the thread ends it too, and the thread stays
 * interrupted.
 *
 * @param isCancelled asked between rounds, and from another thread while a solver works; must be quick
 * @param progress told between rounds, from the thread of the search
 */
public record Watch(BooleanSupplier isCancelled, Consumer<Progress> progress) {
    /** Waits until the end. */
    public static final Watch NONE = new Watch(() -> false, progress -> {});

    /** What is being done. */
    public enum Phase {
        /** Choices are improved by exchanging sites. */
        INTERCHANGE,
        /** What no choice can do better is worked out. */
        BOUND,
        /** A solver looks for better ones, or a proof that there are none. */
        PROGRAMME
    }

    /**
     * How far it is.
     *
     * @param round of the phase, from 1
     * @param rounds that the phase has at most
     */
    public record Progress(Phase phase, int round, int rounds) {}

    boolean isOver() {
        return isCancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
    }

    void tell(Phase phase, int round, int rounds) {
        progress.accept(new Progress(phase, round, rounds));
    }
}
