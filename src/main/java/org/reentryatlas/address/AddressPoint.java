package org.reentryatlas.address;

import org.reentryatlas.geo.LonLat;

/**
 * A place with a house number.
 *
 * @param sourceId its identifier in the file it comes from
 * @param kind {@code residential}, {@code commercial}, {@code institutional} or {@code unknown}
 * @param units dwellings at the address
 */
public record AddressPoint(
        String sourceId,
        String houseNumber,
        String street,
        String city,
        String postalCode,
        String kind,
        int units,
        LonLat place) {}
