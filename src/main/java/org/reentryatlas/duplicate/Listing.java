package org.reentryatlas.duplicate;

import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;

/** What a directory says of one site; text that it does not say is empty. */
public record Listing(
        String sourceId,
        String organization,
        String name,
        String address,
        String phone,
        String url,
        @Nullable LonLat place) {}
