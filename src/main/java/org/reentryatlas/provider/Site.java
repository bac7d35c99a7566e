package org.reentryatlas.provider;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/**
 * A service at a place, as HSDS calls a service-at-location.
 *
 * @param sourceId its identifier in the directory it comes from
 * @param category code of ours, or null when the directory's word is not on our list
 * @param sourceCategory the directory's own word
 * @param hours as the directory writes them
 * @param acceptsRecords whether people with records are served: {@code yes}, {@code no} or {@code case_by_case}
 * @param confidential whether the place must not be found; then it has neither address nor position
 * @param place null for services that come by telephone or go to people
 */
public record Site(
        String sourceId,
        String organization,
        String name,
        @Nullable String category,
        String sourceCategory,
        String address,
        String phone,
        String url,
        String hours,
        String eligibility,
        String languages,
        @Nullable String acceptsRecords,
        @Nullable Boolean wheelchair,
        boolean confidential,
        @Nullable LocalDate lastVerified,
        @Nullable LonLat place) {
    public Site {
        if (confidential && (place != null || !address.isEmpty())) {
            throw new IllegalArgumentException("a confidential site must carry neither address nor position");
        }
    }
}
