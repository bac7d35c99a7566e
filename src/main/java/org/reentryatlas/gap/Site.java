package org.reentryatlas.gap;

import java.util.List;
import java.util.OptionalInt;
import org.reentryatlas.geo.LonLat;

/**
 * A service site with a public position.
 *
 * @param categories codes of what it offers
 * @param capacity how many people it can take, where its directory says so
 * @param openingHours in OpenStreetMap's {@code opening_hours}; empty where they are not known, or in words only
 */
record Site(String id, String name, LonLat place, List<String> categories, OptionalInt capacity, String openingHours) {
    Site {
        if (capacity.isPresent() && capacity.getAsInt() < 0) {
            throw new IllegalArgumentException("a site for %d people".formatted(capacity.getAsInt()));
        }
        categories = List.copyOf(categories);
    }

    /** The same for another number of people. */
    Site withCapacity(int other) {
        return new Site(id, name, place, categories, OptionalInt.of(other), openingHours);
    }
}
