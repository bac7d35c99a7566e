package org.reentryatlas.address;

import org.reentryatlas.db.CopyIn;
import org.reentryatlas.geo.LonLat;

/**
 * A place with a house number.
 *
 * @param sourceId its identifier in the data set it comes from
 * @param houseNumber as written; empty where {@code street} holds the whole address
 * @param kind {@code residential}, {@code commercial}, {@code institutional} or {@code unknown}
 * @param units dwellings at the address
 */
public record AddressPoint(
        String sourceId,
        String houseNumber,
        String street,
        String unit,
        String city,
        String state,
        String postalCode,
        String kind,
        int units,
        LonLat place) {

    /** Sends the point, as {@link ReferenceStore#stage} of {@link Reference#POINT} takes it. */
    public void addTo(CopyIn staged, long rowNumber) {
        staged.row(
                Long.toString(rowNumber),
                sourceId,
                houseNumber,
                street,
                unit,
                city,
                state,
                postalCode,
                kind,
                Integer.toString(units),
                Double.toString(place.longitude()),
                Double.toString(place.latitude()));
    }
}
