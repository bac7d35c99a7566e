package org.reentryatlas.geo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/** Areas that lie side by side. */
public final class Coverage {
    private Coverage() {}

    /**
     * The same areas with fewer corners: those are left out, by Visvalingam and Whyatt, that span less than a square of the tolerance. What
     * was an edge of two areas is the same edge of both afterwards. What is no area, and what would not be valid, stays as it is.
     *
     * @param tolerance in units of the shapes' system
     */
    public static List<@Nullable Shape> simplified(List<@Nullable Shape> shapes, double tolerance) {
        List<Integer> areas = new ArrayList<>();
        List<Geometry> geometries = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            if (shape != null && shape.isPolygon()) {
                areas.add(i);
                geometries.add(shape.geometry());
            }
        }
        Geometry[] simpler = CoverageSimplifier.simplify(geometries.toArray(Geometry[]::new), tolerance);
        List<@Nullable Shape> all = new ArrayList<>(shapes);
        for (int i = 0; i < simpler.length; i++) {
            if (simpler[i].isValid()) {
                int place = areas.get(i);
                Shape.of(simpler[i]).ifPresent(shape -> all.set(place, shape));
            }
        }
        return all;
    }
}
