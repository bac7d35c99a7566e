package org.reentryatlas.geo;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** A box in the coordinates of some system; {@link #EMPTY} holds nothing. */
public record Box(double minX, double minY, double maxX, double maxY) {
    public static final Box EMPTY = new Box(
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** All longitudes and latitudes, in degrees. */
    public static final Box EARTH = new Box(-180, -90, 180, 90);

    static Box of(Envelope envelope) {
        return envelope.isNull()
                ? EMPTY
                : new Box(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    }

    public boolean isEmpty() {
        return minX > maxX;
    }

    /** This box of degrees, or the whole earth in place of nothing. */
    public Box orEarth() {
        return isEmpty() ? EARTH : this;
    }

    /** This box of degrees; or, if its west is greater than its east, its two parts on either side of the date line. */
    public List<Box> parts() {
        return minX <= maxX ? List.of(this) : List.of(new Box(minX, minY, 180, maxY), new Box(-180, minY, maxX, maxY));
    }

    /** West, south, east and north, as GeoJSON and OGC API have them. */
    public List<Double> corners() {
        return List.of(minX, minY, maxX, maxY);
    }

    /** Whether the point lies in it or on its edge. */
    public boolean holds(double x, double y) {
        return x >= minX && x <= maxX && y >= minY && y <= maxY;
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
