package org.reentryatlas.layer;

import java.math.BigDecimal;
import java.util.List;
import org.reentryatlas.http.ProblemException;

/** A box in degrees on WGS 84; it crosses the date line when {@code west} is greater than {@code east}. */
record Bbox(double west, double south, double east, double north) {
    static final Bbox EARTH = new Bbox(-180, -90, 180, 90);

    /** Reads four numbers, or six of which the heights are passed over. */
    static Bbox parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw invalid("has " + parts.length + " numbers");
        }
        int half = parts.length / 2;
        Bbox box = new Bbox(number(parts[0]), number(parts[1]), number(parts[half]), number(parts[half + 1]));
        boolean onEarth = Math.abs(box.west) <= 180
                && Math.abs(box.east) <= 180
                && Math.abs(box.south) <= 90
                && Math.abs(box.north) <= 90;
        if (!onEarth || box.south > box.north) {
            throw invalid("is not a box of longitudes and latitudes");
        }
        return box;
    }

    List<Double> toList() {
        return List.of(west, south, east, north);
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
                "Give west,south,east,north in degrees, such as bbox=-77.1,38.8,-76.9,39.0.");
    }
}
