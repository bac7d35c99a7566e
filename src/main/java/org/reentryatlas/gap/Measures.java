package org.reentryatlas.gap;

import java.util.HashSet;
import java.util.List;

/**
 * What a run measures, and how.
 *
 * @param access how access is measured
 * @param times of the week at which it is said who has an open site, each once
 */
public record Measures(AccessMeasure access, List<Moment> times) {
    /** Of runs that say nothing of it: those of before. */
    static final Measures OF_BEFORE = new Measures(AccessMeasure.ENHANCED, List.of());

    public Measures {
        times = List.copyOf(times);
        if (new HashSet<>(times).size() < times.size()) {
            throw new IllegalArgumentException("names a time twice");
        }
    }
}
