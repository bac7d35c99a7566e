package org.reentryatlas.geo;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Tells how far the nearest of many places is, along a great circle. A k-d tree of points on the unit sphere, where a shorter
 * chord is a shorter way, so that neither the poles nor the date line are special. Immutable and safe for many threads.
 */
public final class NearestPlace {
    private static final int AXES = 3;

    /**
     * A balanced tree: the middle of a range parts it along the axis whose turn it is. The coordinates of a point lie beside each
     * other, since of an object for each one most of the time would go into finding it.
     */
    private final double[] points;

    private final int size;

    public NearestPlace(List<LonLat> places) {
        this.size = places.size();
        this.points = new double[AXES * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(onSphere(places.get(i)), 0, points, AXES * i, AXES);
        }
        build(0, size, 0);
    }

    private static double[] onSphere(LonLat place) {
        double longitude = Math.toRadians(place.longitude());
        double latitude = Math.toRadians(place.latitude());
        double toAxis = Math.cos(latitude);
        return new double[] {toAxis * Math.cos(longitude), toAxis * Math.sin(longitude), Math.sin(latitude)};
    }

    private double at(int point, int axis) {
        return points[AXES * point + axis];
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
            double pivot = at((first + last) >>> 1, axis);
            int low = first;
            int high = last;
            while (low <= high) {
                while (at(low, axis) < pivot) {
                    low++;
                }
                while (at(high, axis) > pivot) {
                    high--;
                }
                if (low <= high) {
                    swap(low++, high--);
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

    private void swap(int one, int other) {
        for (int axis = 0; axis < AXES; axis++) {
            double kept = at(one, axis);
            points[AXES * one + axis] = at(other, axis);
            points[AXES * other + axis] = kept;
        }
    }

    /** Metres from a place to the nearest one, on a sphere; empty if there is none. */
    public OptionalDouble metres(LonLat place) {
        if (size == 0) {
            return OptionalDouble.empty();
        }
        double chord = Math.sqrt(nearest(onSphere(place), 0, size, 0, Double.POSITIVE_INFINITY));
        return OptionalDouble.of(2 * LonLat.RADIUS * Math.asin(Math.min(1, chord / 2)));
    }

    /** The square of the shortest chord, or {@code best} if that is shorter. */
    private double nearest(double[] sought, int from, int to, int axis, double best) {
        if (from >= to) {
            return best;
        }
        int middle = (from + to) >>> 1;
        double shortest = Math.min(best, square(sought, middle));
        double beyond = sought[axis] - at(middle, axis);
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

    private double square(double[] sought, int point) {
        double sum = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double difference = sought[axis] - at(point, axis);
            sum += difference * difference;
        }
        return sum;
    }
}
