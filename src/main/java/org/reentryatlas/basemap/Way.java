package org.reentryatlas.basemap;

import java.util.Arrays;
import org.reentryatlas.geo.Drawing;
import org.reentryatlas.geo.Shape;

/** A line to walk along. Coordinates are pixels with y to the north. */
final class Way {
    private final double[] corners;
    /** From the first corner to each. */
    private final double[] lengths;

    private Way(double[] corners) {
        this.corners = corners;
        this.lengths = new double[corners.length / 2];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1]
                    + Math.hypot(corners[2 * i] - corners[2 * i - 2], corners[2 * i + 1] - corners[2 * i - 1]);
        }
    }

    static Way of(Shape line, double metresPerPixel) {
        return new Way(Arrays.stream(Drawing.corners(line))
                .map(metres -> metres / metresPerPixel)
                .toArray());
    }

    double length() {
        return lengths[lengths.length - 1];
    }

    /** Where one is after a length from the beginning. */
    double[] at(double length) {
        int found = Arrays.binarySearch(lengths, length);
        int next = Math.max(1, Math.min(lengths.length - 1, found >= 0 ? found : -found - 1));
        double stretch = lengths[next] - lengths[next - 1];
        double share = stretch == 0 ? 0 : (length - lengths[next - 1]) / stretch;
        return new double[] {
            corners[2 * next - 2] + share * (corners[2 * next] - corners[2 * next - 2]),
            corners[2 * next - 1] + share * (corners[2 * next + 1] - corners[2 * next - 1])
        };
    }
}
