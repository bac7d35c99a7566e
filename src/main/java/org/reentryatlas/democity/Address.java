package org.reentryatlas.democity;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/**
 * An address point.
 *
 * @param place metres around the city centre
 * @param block the block it stands in
 */
record Address(
        int number, Segment segment, int units, Kind kind, String postalCode, Coordinate place, int block, Land land) {
    enum Kind {
        RESIDENTIAL,
        COMMERCIAL,
        INSTITUTIONAL;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isResidential() {
        return kind == Kind.RESIDENTIAL;
    }

    String street() {
        return segment.name();
    }

    /** Such as {@code 412 W Juniper Street}. */
    String text() {
        return number + " " + street();
    }
}
