package org.reentryatlas.geo;

import org.locationtech.jts.geom.Envelope;

/** A box in the coordinates of some system; {@link #EMPTY} holds nothing. */
public record Box(double minX, double minY, double maxX, double maxY) {
    public static final Box EMPTY = new Box(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    static Box of(Envelope envelope) {
        return envelope.isNull()
                ? EMPTY
                : new Box(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    public boolean isEmpty() {
        return minX > maxX;
    }

    /** The smallest box that holds this one and the other. */
    public Box including(Box other) {
        return new Box(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    /** The smallest box that holds this one and the point. */
    public Box including(double x, double y) {
        return including(new Box(x, y, x, y));
    }

    Envelope envelope() {
        return isEmpty() ? new Envelope() : new Envelope(minX, maxX, minY, maxY);
    }
}
