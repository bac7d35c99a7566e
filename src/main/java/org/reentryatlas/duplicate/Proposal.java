package org.reentryatlas.duplicate;

import java.util.List;

/**
 * Two listings that seem to be of the same service.
 *
 * @param score how sure the weights are, from 0 to 1
 * @param reasons what speaks for it and against it, in words
 */
public record Proposal(Listing first, Listing second, double score, List<String> reasons) {
    public Proposal {
        reasons = List.copyOf(reasons);
    }
}
