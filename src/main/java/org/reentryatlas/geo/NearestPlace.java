package org.reentryatlas.geo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Tells which of many places is the nearest and how far it is, along a great circle. A k-d tree of points on the unit sphere, where a shorter
 * chord is a shorter way, so that neither the poles nor the date line are special. Immutable and safe for many threads.
 */
public final class NearestPlace {
    private static final int AXES = 3;

    /**
     * A balanced tree: the middle of a range parts it along the axis whose turn it is. The coordinates of a point lie beside each
     * other, since of an object for each one most of the time would go into finding it.
     */
    private final double[] points;

    /** Which place each point of the tree is. */
    private final int[] numbers;

    private final int size;

    /**
     * The nearest place.
     *
     * @param index its position in the list
     * @param metres how far it is, on a sphere
     */
    public record Near(int index, double metres) {}

    /** The best so far of a search. */
    private static final class Best {
        int point = -1;
        double square = Double.POSITIVE_INFINITY;
    }

    public NearestPlace(List<LonLat> places) {
        this.size = places.size();
        this.points = new double[AXES * size];
        this.numbers = new int[size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(onSphere(places.get(i)), 0, points, AXES * i, AXES);
            numbers[i] = i;
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
        int number = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = number;
    }

    /** Metres from a place to the nearest one, on a sphere; empty if there is none. */
    public OptionalDouble metres(LonLat place) {
        return find(place).map(near -> OptionalDouble.of(near.metres())).orElse(OptionalDouble.empty());
    }

    /** The place that is nearest to another; empty if there is none. */
    public Optional<Near> find(LonLat place) {
        if (size == 0) {
            return Optional.empty();
        }
        Best best = new Best();
        search(onSphere(place), 0, size, 0, best);
        double chord = Math.sqrt(best.square);
        return Optional.of(new Near(numbers[best.point], 2 * LonLat.RADIUS * Math.asin(Math.min(1, chord / 2))));
    }

    private void search(double[] sought, int from, int to, int axis, Best best) {
        if (from >= to) {
            return;
        }
        int middle = (from + to) >>> 1;
        double square = square(sought, middle);
        if (square < best.square) {
            best.square = square;
            best.point = middle;
        }
        double beyond = sought[axis] - at(middle, axis);
        int next = (axis + 1) % AXES;
        search(sought, beyond < 0 ? from : middle + 1, beyond < 0 ? middle : to, next, best);
        if (beyond * beyond < best.square) {
            search(sought, beyond < 0 ? middle + 1 : from, beyond < 0 ? to : middle, next, best);
        }
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
