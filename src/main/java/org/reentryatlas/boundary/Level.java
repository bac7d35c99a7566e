package org.reentryatlas.boundary;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A level of areas. The names are the product's; what a jurisdiction calls them (PSA, zone, precinct) is configuration.
 * Police levels nest in each other, census levels nest in each other, and both cover the city.
 */
public enum Level {
    BEAT,
    SECTOR,
    DISTRICT,
    CITY,
    TRACT,
    BLOCK_GROUP;

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

    /** The levels that may stand above this one, nearest first. */
    public List<Level> above() {
        return switch (this) {
            case BEAT -> List.of(SECTOR, DISTRICT, CITY);
            case SECTOR -> List.of(DISTRICT, CITY);
            case DISTRICT, TRACT -> List.of(CITY);
            case BLOCK_GROUP -> List.of(TRACT, CITY);
            case CITY -> List.of();
        };
    }
}
