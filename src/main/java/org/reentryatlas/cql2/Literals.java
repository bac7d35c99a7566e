package org.reentryatlas.cql2;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.GeoJsonException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.WktException;

/**
 * Reads values that are written out in a filter.
 *
 * @param crs of the geometries
 * @param isNorthFirst whether they give latitude or northing first
 */
record Literals(Crs crs, boolean isNorthFirst) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");

    static Node.Literal number(double number, String place) {
        Double value = Value.number(number);
        if (value == null) {
            throw Cql2Exception.at(place, "A number is too large");
        }
        return new Node.Literal(Type.NUMBER, value, place);
    }

    static Node.Literal date(String text, String place) {
        return instant(text, place)
                .filter(one -> one.type() == Type.DATE)
                .orElseThrow(() -> Cql2Exception.at(place, "A date must be written like 2026-07-31"));
    }

    static Node.Literal timestamp(String text, String place) {
        return instant(text, place)
                .filter(one -> one.type() == Type.TIMESTAMP)
                .orElseThrow(() -> Cql2Exception.at(place, "A timestamp must be written like 2026-07-31T12:30:00Z"));
    }

    /** The date or timestamp that a text is, if it is one. */
    static Optional<Node.Literal> instant(String text, String place) {
        try {
            if (DATE.matcher(text).matches()) {
                return Optional.of(new Node.Literal(Type.DATE, LocalDate.parse(text), place));
            }
            return TIMESTAMP.matcher(text).matches()
                    ? Optional.of(new Node.Literal(Type.TIMESTAMP, Instant.parse(text), place))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // Such as the 30th of February.
            return Optional.empty();
        }
    }

    Node.Literal wkt(String text, String place) {
        try {
            return geometry(Shape.ofWkt(text), place);
        } catch (WktException e) {
            throw Cql2Exception.at(place, "A geometry cannot be read: " + e.getMessage());
        }
    }

    Node.Literal geoJson(JsonNode geometry, String place) {
        try {
            return geometry(Shape.ofGeoJson(geometry), place);
        } catch (GeoJsonException e) {
            throw Cql2Exception.at(place, "A geometry cannot be read: " + e.getMessage());
        }
    }

    /**
     * Of four numbers, or six of which the heights are passed over. One of longitudes crosses the date line when its west is
     * greater than its east.
     */
    Node.Literal box(List<Double> numbers, String place) {
        if (numbers.size() != 4 && numbers.size() != 6) {
            throw Cql2Exception.at(place, "A box must have four numbers, or six");
        }
        int half = numbers.size() / 2;
        int x = isNorthFirst ? 1 : 0;
        Box box = new Box(numbers.get(x), numbers.get(1 - x), numbers.get(half + x), numbers.get(half + 1 - x));
        boolean crosses = crs.isGeographic() && box.minX() > box.maxX();
        if (box.minY() > box.maxY() || (box.minX() > box.maxX() && !crosses)) {
            throw Cql2Exception.at(place, "An edge of a box is on the wrong side of the opposite one");
        }
        return placed(Shape.ofBoxes(box.parts(), crs), false, place);
    }

    private Node.Literal geometry(Optional<Shape> read, String place) {
        Shape shape = read.orElseThrow(() -> Cql2Exception.at(place, "A geometry is empty"));
        shape.validityFault().ifPresent(fault -> {
            throw Cql2Exception.at(place, "A geometry is not valid: " + fault);
        });
        return placed(shape, isNorthFirst, place);
    }

    private Node.Literal placed(Shape shape, boolean isSwapped, String place) {
        try {
            return new Node.Literal(Type.GEOMETRY, shape.toWgs84(crs, isSwapped), place);
        } catch (CrsException e) {
            throw Cql2Exception.at(place, "A geometry has coordinates where its reference system does not reach");
        }
    }
}
