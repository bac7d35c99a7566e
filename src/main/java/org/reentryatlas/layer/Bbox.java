package org.reentryatlas.layer;

import java.util.List;

/** The box of a layer in degrees on WGS 84. */
record Bbox(double west, double south, double east, double north) {
    static final Bbox EARTH = new Bbox(-180, -90, 180, 90);

    List<Double> toList() {
        return List.of(west, south, east, north);
    }
}
