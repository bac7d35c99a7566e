package org.reentryatlas.audit;

import java.util.List;

/**
 * What came of holding the log against its hashes.
 *
 * @param entries how many there are
 * @param first number of the first of them; 0 if there is none
 * @param last number of the last of them
 * @param hash that of the last one, in hexadecimal digits
 * @param faults the first by number comes first; empty when all holds
 * @param others how many entries are not as they were beside the first
 */
public record Verified(long entries, long first, long last, String hash, List<Fault> faults, long others) {
    public Verified {
        faults = List.copyOf(faults);
    }

    public boolean holds() {
        return faults.isEmpty();
    }
}
