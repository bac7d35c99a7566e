package org.reentryatlas.gap;

import java.util.List;

/**
 * What the jurisdiction has chosen for its runs.
 *
 * @param prevalences of needs that nobody counts
 * @param measures what is measured, and how
 */
public record GapSettings(List<Prevalence> prevalences, Measures measures) {
    public GapSettings {
        prevalences = List.copyOf(prevalences);
    }
}
