package org.reentryatlas.siting;

import java.util.List;

/**
 * Neither a choice that serves everybody nor a proof that there is none was found within the effort.
 *
 * @param wasInterrupted whether that is so because whoever asked did not want to wait
 * @param unserved what is left by the best attempt, sorted
 */
public record Undecided(boolean wasInterrupted, List<Unserved> unserved) implements Outcome {
    public Undecided {
        unserved = List.copyOf(unserved);
    }
}
