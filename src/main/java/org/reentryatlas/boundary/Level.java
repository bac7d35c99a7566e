package org.reentryatlas.boundary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A level of areas. The names are the product's; what a jurisdiction calls them (PSA, zone, precinct) is configuration.
 * Police levels nest in each other, census levels nest in each other, hexagons nest in each other, and each of the three
 * families lies across the others.
 */
public enum Level {
    BEAT,
    SECTOR,
    DISTRICT,
    CITY,
    TRACT,
    BLOCK_GROUP,
    /** Hexagons of resolution 8 of the H3 grid, about 0.7 km². */
    HEX_8,
    /** Seven of them by the grid's own hierarchy, about 5 km². */
    HEX_7,
    /** Seven of those, about 36 km². */
    HEX_6;

    /** The level under which the database and the interfaces know it, such as {@code block_group}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level with the code, or null. */
    public static @Nullable Level find(String code) {
        return Stream.of(values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** Whether files bring its areas; hexagons are made here. */
    public boolean isDrawn() {
        return switch (this) {
            case BEAT, SECTOR, DISTRICT, CITY, TRACT, BLOCK_GROUP -> true;
            case HEX_8, HEX_7, HEX_6 -> false;
        };
    }

    /** The levels that may stand above this one, nearest first. */
    public List<Level> above() {
        return switch (this) {
            case BEAT -> List.of(SECTOR, DISTRICT, CITY);
            case SECTOR -> List.of(DISTRICT, CITY);
            case DISTRICT, TRACT -> List.of(CITY);
            case BLOCK_GROUP -> List.of(TRACT, CITY);
            case HEX_8 -> List.of(HEX_7, HEX_6);
            case HEX_7 -> List.of(HEX_6);
            case CITY, HEX_6 -> List.of();
        };
    }
}
