package org.reentryatlas.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of holding the log against its hashes.
 *
 * @param entries how many there are
 * @param first number of the first of them; 0 if there is none
 * @param faults by chain and number; empty when all holds
 * @param bad how many entries are not as they were
 */
public record Verified(long entries, long first, List<Fault> faults, long bad) {
    static final Verified NOTHING = new Verified(0, 0, List.of(), 0);

    public Verified {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return faults.isEmpty();
    }

    /** Beside another chain. */
    Verified and(Verified other) {
        List<Fault> all = new ArrayList<>(faults);
        all.addAll(other.faults);
        return new Verified(entries + other.entries, first == 0 ? other.first : first, all, bad + other.bad);
    }
}
