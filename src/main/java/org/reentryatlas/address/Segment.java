package org.reentryatlas.address;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;

/**
 * A stretch of a street with the house numbers at its ends.
 *
 * @param left numbers on the left as seen along the line, or null where no house stands there
 * @param roadClass one of the codes that {@code address.segment} takes, or empty
 * @param direction in which direction of the line one may drive: {@code both}, {@code forward} or {@code backward}
 * @param kmh the posted speed, or null where nobody says
 * @param lineHex the line as hexadecimal well-known binary, longitude and latitude on WGS 84
 */
public record Segment(
        String sourceId,
        String street,
        @Nullable Range left,
        @Nullable Range right,
        String leftPostalCode,
        String rightPostalCode,
        String city,
        String roadClass,
        String direction,
        @Nullable Integer kmh,
        String lineHex) {

    /** The numbers at the first and at the last point of a line; the second may be the smaller one. */
    public record Range(int from, int to) {}

    /** Sends the segment, as {@link ReferenceStore#stage} of {@link Reference#SEGMENT} takes it. */
    public void addTo(CopyIn staged, long rowNumber) {
        staged.row(
                Long.toString(rowNumber),
                sourceId,
                street,
                left == null ? "" : Objects.toString(left.from()),
                left == null ? "" : Objects.toString(left.to()),
                right == null ? "" : Objects.toString(right.from()),
                right == null ? "" : Objects.toString(right.to()),
                leftPostalCode,
                rightPostalCode,
                city,
                roadClass,
                direction,
                Objects.toString(kmh, ""),
                lineHex);
    }
}
