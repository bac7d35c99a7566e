package org.reentryatlas.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows of {@link Sample} with few different values, so that filters often match, and with many that are missing. */
final class RandomRows {
    static final List<String> TEXTS = List.of("", "a", "b", "Ab", "a%", "a_b", "abc", "it's", "\u00e9", "a\\b");
    static final List<String> TAGS = List.of("food", "housing", "work");

    private final Random random;
    private final RandomShapes shapes;

    RandomRows(Random random) {
        this.random = random;
        this.shapes = new RandomShapes(random);
    }

    static LocalDate day(Random random) {
        return LocalDate.parse("2024-01-01").plusDays(random.nextInt(4));
    }

    static Instant moment(Random random) {
        return Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(4));
    }

    /** The values by name; the place is a well-known text. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        put(values, "name", () -> TEXTS.get(random.nextInt(TEXTS.size())));
        put(values, "note", () -> TEXTS.get(random.nextInt(TEXTS.size())));
        put(values, "beds", () -> (long) random.nextInt(8) - 2);
        put(values, "rate", () -> random.nextInt(8) / 4.0);
        put(values, "open", random::nextBoolean);
        put(values, "since", () -> day(random));
        put(values, "until", () -> day(random));
        put(values, "seen", () -> moment(random));
        put(values, "gone", () -> moment(random));
        put(
                values,
                "tags",
                () -> Stream.generate(() -> TAGS.get(random.nextInt(TAGS.size())))
                        .limit(random.nextInt(3))
                        .toList());
        put(values, "place", shapes::wkt);
        return values;
    }

    private void put(Map<String, Object> values, String name, Supplier<Object> value) {
        if (random.nextInt(5) > 0) {
            values.put(name, value.get());
        }
    }

    static Row row(Map<String, Object> values) {
        Map<String, Object> placed = new HashMap<>(values);
        placed.computeIfPresent("place", (name, wkt) -> Sample.shape((String) wkt));
        return Sample.row(placed);
    }
}
