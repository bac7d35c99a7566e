package org.reentryatlas.basemap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which places of a map are taken by writing or signs. Coordinates are pixels with y to the north. */
final class Room {
    private static final double CELL = 32;

    private final Map<Long, List<Disc>> cells = new HashMap<>();

    /** A place that is taken. */
    record Disc(double x, double y, double radius) {
        boolean meets(Disc other) {
            return Math.hypot(x - other.x, y - other.y) < radius + other.radius;
        }
    }

    /** Takes a place. */
    void take(Disc disc) {
        for (long column = cell(disc.x - disc.radius); column <= cell(disc.x + disc.radius); column++) {
            for (long row = cell(disc.y - disc.radius); row <= cell(disc.y + disc.radius); row++) {
                cells.computeIfAbsent(key(column, row), any -> new ArrayList<>())
                        .add(disc);
            }
        }
    }

    boolean isFree(List<Disc> discs) {
        return discs.stream().noneMatch(this::meetsAny);
    }

    private boolean meetsAny(Disc disc) {
        for (long column = cell(disc.x - disc.radius); column <= cell(disc.x + disc.radius); column++) {
            for (long row = cell(disc.y - disc.radius); row <= cell(disc.y + disc.radius); row++) {
                if (cells.getOrDefault(key(column, row), List.of()).stream().anyMatch(disc::meets)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long cell(double coordinate) {
        return (long) Math.floor(coordinate / CELL);
    }

    private static long key(long column, long row) {
        return column << 32 | (row & 0xffffffffL);
    }
}
