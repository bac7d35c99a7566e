package org.reentryatlas.layer;

import org.jspecify.annotations.Nullable;

/**
 * People who are on no map, by why.
 *
 * @param status {@code shown} or {@code hidden}
 * @param value rounded, or null when hidden
 */
public record NotMapped(
        String outcome, String status, @Nullable Integer value) {}
