package org.reentryatlas.geo;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Tells how far the nearest of many places is, along a great circle. A k-d tree of points on the unit sphere, where a shorter
 * chord is a shorter way, so that neither the poles nor the date line are special. Immutable and safe for many threads.
 */
public final class NearestPlace {
    /** Mean radius of the earth in metres (IUGG). */
    private static final double EARTH_RADIUS = 6_371_008.8;

    private static final int AXES = 3;

    /** A balanced tree: the middle of a range parts it along the axis whose turn it is. */
    private final double[][] points;

    public NearestPlace(List<LonLat> places) {
        this.points = places.stream().map(NearestPlace::onSphere).toArray(double[][]::new);
        build(0, points.length, 0);
    }

    private static double[] onSphere(LonLat place) {
        double longitude = Math.toRadians(place.longitude());
        double latitude = Math.toRadians(place.latitude());
        return new double[] {
            Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)
        };
    }

    private void build(int from, int to, int axis) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        select(middle, from, to, axis);
        build(from, middle, (axis + 1) % AXES);
        build(middle + 1, to, (axis + 1) % AXES);
    }

    /** Puts at a position what sorting would put there, nothing larger before it and nothing smaller behind (C. A. R. Hoare's Find). */
    private void select(int wanted, int from, int to, int axis) {
        int first = from;
        int last = to - 1;
        while (first < last) {
            double pivot = points[(first + last) >>> 1][axis];
            int low = first;
            int high = last;
            while (low <= high) {
                while (points[low][axis] < pivot) {
                    low++;
                }
                while (points[high][axis] > pivot) {
                    high--;
                }
                if (low <= high) {
                    double[] swapped = points[low];
                    points[low++] = points[high];
                    points[high--] = swapped;
                }
            }
            if (wanted <= high) {
                last = high;
            } else if (wanted >= low) {
                first = low;
            } else {
                return;
            }
        }
    }

    /** Metres from a place to the nearest one, on a sphere; empty if there is none. */
    public OptionalDouble metres(LonLat place) {
        if (points.length == 0) {
            return OptionalDouble.empty();
        }
        double chord = Math.sqrt(nearest(onSphere(place), 0, points.length, 0, Double.POSITIVE_INFINITY));
        return OptionalDouble.of(2 * EARTH_RADIUS * Math.asin(Math.min(1, chord / 2)));
    }

    /** The square of the shortest chord, or {@code best} if that is shorter. */
    private double nearest(double[] sought, int from, int to, int axis, double best) {
        if (from >= to) {
            return best;
        }
        int middle = (from + to) >>> 1;
        double[] point = points[middle];
        double shortest = Math.min(best, square(sought, point));
        double beyond = sought[axis] - point[axis];
        int next = (axis + 1) % AXES;
        shortest = beyond < 0
                ? nearest(sought, from, middle, next, shortest)
                : nearest(sought, middle + 1, to, next, shortest);
        if (beyond * beyond >= shortest) {
            return shortest;
        }
        return beyond < 0
                ? nearest(sought, middle + 1, to, next, shortest)
                : nearest(sought, from, middle, next, shortest);
    }

    private static double square(double[] one, double[] other) {
        double sum = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double difference = one[axis] - other[axis];
            sum += difference * difference;
        }
        return sum;
    }
}
