package org.reentryatlas.geo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        Envelope box = workingCrs.areaOfUse().orElse(new Envelope(-180, 180, -90, 90));
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
     * Why data of the jurisdiction cannot be in a system: it is meant for another part of the earth. Such data need not
     * lie far off; a wrong datum moves them by some hundred metres, which nobody sees on a map of a city.
     *
     * @return words for the owner of the file; empty when they can be
     */
    public Optional<String> objection(Crs crs) {
        return crs.areaOfUse()
                .filter(area -> !area.intersects(box))
                .map(area ->
                        ("its coordinate reference system %s (%s) is not meant for the area of the working system %s;"
                                        + " its code may be a slip of the pen: ask its owner, and name the right one with --crs%s")
                                .formatted(
                                        crs.code(),
                                        crs.name(),
                                        workingCrs.code(),
                                        crs.isGeographic()
                                                ? "; for GPS longitude and latitude that is EPSG:4326"
                                                : ""));
    }

    /**
     * Why positions read in a system cannot be right.
     *
     * @param readBox the box of the coordinates as they stand in the file
     * @param crs the system in which they were read
     * @return words for the owner of the file, with a suggestion where there is a likely one; empty when they can be
     */
    public Optional<String> objection(Box readBox, Crs crs) {
        Optional<String> wrongSystem = objection(crs);
        Envelope read = readBox.envelope();
        if (wrongSystem.isPresent() || read.isNull()) {
            return wrongSystem;
        }
        if (fits(crs, read)) {
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
        if (fits(workingCrs, read)) {
            return "they fit the working system: try --crs " + workingCrs.code();
        }
        if (fits(workingCrs, swapped)) {
            return "they fit the working system with easting and northing swapped";
        }
        List<Crs> siblings = Siblings.of(workingCrs).stream()
                .filter(sibling -> fits(sibling, read))
                .toList();
        if (!siblings.isEmpty()) {
            Crs likeliest = siblings.get(0);
            return "they fit %s: try --crs %s%s"
                    .formatted(
                            likeliest.name(),
                            likeliest.code(),
                            siblings.size() == 1
                                    ? ""
                                    : ", or with another datum "
                                            + siblings.stream()
                                                    .skip(1)
                                                    .map(Crs::code)
                                                    .collect(Collectors.joining(", ")));
        }
        return "name the file's own system with --crs";
    }

    private boolean fits(Crs crs, Envelope read) {
        try {
            return crs.couldHold(read) && box.contains(crs.transformBox(read, Crs.WGS84));
        } catch (CrsException e) {
            // Where a projection is not defined it does not fit.
            return false;
        }
    }

    private static String number(double value) {
        return Math.abs(value) < 1000 ? "%.4f".formatted(value) : "%.0f".formatted(value);
    }
}
