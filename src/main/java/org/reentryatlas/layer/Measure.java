package org.reentryatlas.layer;

import org.jspecify.annotations.Nullable;

/**
 * What a published number counts.
 *
 * @param bandWidth how many counts share one number where it is the middle of a band, or null where it is a count
 */
public record Measure(
        String code,
        String title,
        String description,
        @Nullable Integer bandWidth) {}
