package org.reentryatlas.geo;

import java.util.Optional;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The part of the earth in which a jurisdiction's data can lie: the area of use of its working coordinate reference
 * system. It catches data in the wrong system before a single row is kept.
 */
public final class Territory {
    /** Cities spill over the edges that the EPSG registry draws; half a degree is about 50 km. */
    private static final double MARGIN_DEGREES = 0.5;

    private final Crs workingCrs;
    private final Envelope box;

    private Territory(Crs workingCrs, Envelope box) {
        this.workingCrs = workingCrs;
        this.box = box;
    }

    /** The area of use of the system; all the earth if the registry states none. */
    public static Territory of(Crs workingCrs) {
        GeographicBoundingBox stated = CRS.getGeographicBoundingBox(workingCrs.system());
        Envelope box = stated == null
                ? new Envelope(-180, 180, -90, 90)
                : new Envelope(
                        stated.getWestBoundLongitude(),
                        stated.getEastBoundLongitude(),
                        stated.getSouthBoundLatitude(),
                        stated.getNorthBoundLatitude());
        box.expandBy(MARGIN_DEGREES);
        return new Territory(workingCrs, box);
    }

    /** The system in which metres are measured. */
    public Crs workingCrs() {
        return workingCrs;
    }

    /** Whether the place lies inside. */
    public boolean contains(LonLat place) {
        return box.contains(place.longitude(), place.latitude());
    }

    /**
     * Why positions read in a system cannot be right.
     *
     * @param readBox the box of the coordinates as they stand in the file
     * @param crs the system in which they were read
     * @return words for the owner of the file, with a suggestion where there is a likely one; empty when they can be
     */
    public Optional<String> objection(Box readBox, Crs crs) {
        Envelope read = readBox.envelope();
        if (read.isNull()) {
            return Optional.empty();
        }
        if (crs.couldHold(read) && box.contains(crs.transformBox(read, Crs.WGS84))) {
            return Optional.empty();
        }
        return Optional.of(
                "its coordinates (x %s to %s, y %s to %s), read as %s, lie outside the area of use of the working system %s; %s"
                        .formatted(
                                number(read.getMinX()),
                                number(read.getMaxX()),
                                number(read.getMinY()),
                                number(read.getMaxY()),
                                crs.code(),
                                workingCrs.code(),
                                suggestion(read)));
    }

    private String suggestion(Envelope read) {
        Envelope swapped = new Envelope(
                new Coordinate(read.getMinY(), read.getMinX()), new Coordinate(read.getMaxY(), read.getMaxX()));
        if (box.contains(swapped)) {
            return "latitude and longitude seem to be swapped";
        }
        if (box.contains(read)) {
            return "they look like longitude and latitude: try --crs EPSG:4326";
        }
        if (workingCrs.couldHold(read) && box.contains(workingCrs.transformBox(read, Crs.WGS84))) {
            return "they fit the working system: try --crs " + workingCrs.code();
        }
        return "name the file's own system with --crs";
    }

    private static String number(double value) {
        return Math.abs(value) < 1000 ? "%.4f".formatted(value) : "%.0f".formatted(value);
    }
}
