package org.reentryatlas.gap;

import java.math.BigDecimal;

/**
 * Who needs a category of services: a share of those whom a measure counts.
 *
 * @param category its code
 * @param measure code of the published measure
 * @param share from 0 to 1; 1 where the measure counts just these people
 * @param source whose finding the share is; empty where it is no finding
 */
record DemandRule(String category, String measure, BigDecimal share, String source) {
    DemandRule {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("the share of %s is %s, and not from 0 to 1".formatted(category, share));
        }
    }
}
