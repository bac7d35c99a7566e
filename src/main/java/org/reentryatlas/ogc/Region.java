package org.reentryatlas.ogc;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.http.ProblemException;

/**
 * The part of the earth from which features are asked for.
 *
 * @param shape in degrees on WGS 84, or null for everywhere
 */
record Region(@Nullable Shape shape) {
    static final Region EVERYWHERE = new Region(null);

    /**
     * Reads a {@code bbox}: four numbers, or six of which the heights are passed over. One of longitudes crosses the date line
     * when its west is greater than its east.
     *
     * @param crs of the numbers
     * @throws ProblemException if it is no box
     */
    static Region parse(String bbox, ServedCrs crs) {
        String[] parts = bbox.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw invalid("has " + parts.length + " numbers");
        }
        int half = parts.length / 2;
        int x = crs.isNorthFirst() ? 1 : 0;
        Box box = new Box(number(parts[x]), number(parts[1 - x]), number(parts[half + x]), number(parts[half + 1 - x]));
        if (box.equals(Box.EARTH) && crs.crs().isGeographic()) {
            return EVERYWHERE;
        }
        return crs.crs().isGeographic() ? ofDegrees(box, crs) : ofLengths(box, crs);
    }

    private static Region ofDegrees(Box box, ServedCrs crs) {
        boolean onEarth = Math.abs(box.minX()) <= 180
                && Math.abs(box.maxX()) <= 180
                && Math.abs(box.minY()) <= 90
                && Math.abs(box.maxY()) <= 90;
        if (!onEarth || box.minY() > box.maxY()) {
            throw invalid("is not a box of longitudes and latitudes");
        }
        return of(box.parts(), crs);
    }

    private static Region ofLengths(Box box, ServedCrs crs) {
        if (box.minX() > box.maxX() || box.minY() > box.maxY()) {
            throw invalid("has an edge on the wrong side of the opposite one");
        }
        return of(List.of(box), crs);
    }

    private static Region of(List<Box> boxes, ServedCrs crs) {
        try {
            return new Region(Shape.ofBoxes(boxes, crs.crs()).toWgs84(crs.crs(), false));
        } catch (CrsException e) {
            throw invalid("lies where its coordinate reference system does not reach");
        }
    }

    private static double number(String text) {
        try {
            double number = new BigDecimal(text.strip()).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one problem below.
        }
        throw invalid("holds something that is not a number");
    }

    private static ProblemException invalid(String what) {
        return ProblemException.badRequest(
                "BBOX_INVALID",
                "Parameter 'bbox' " + what + ".",
                "Give west,south,east,north in degrees, such as bbox=-77.1,38.8,-76.9,39.0, or in the axis order of"
                        + " 'bbox-crs'.");
    }
}
