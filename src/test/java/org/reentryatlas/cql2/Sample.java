package org.reentryatlas.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Shape;

/** A layer of service sites for tests, with a property of each type. */
final class Sample {
    static final List<Queryable> ALL = List.of(
            new Queryable("name", 0, Type.TEXT),
            new Queryable("note", 1, Type.TEXT),
            new Queryable("beds", 2, Type.NUMBER),
            new Queryable("rate", 3, Type.NUMBER),
            new Queryable("open", 4, Type.BOOLEAN),
            new Queryable("since", 5, Type.DATE),
            new Queryable("until", 6, Type.DATE),
            new Queryable("seen", 7, Type.TIMESTAMP),
            new Queryable("gone", 8, Type.TIMESTAMP),
            new Queryable("tags", 9, Type.TEXTS),
            new Queryable("place", 10, Type.GEOMETRY),
            new Queryable("date", 11, Type.DATE));

    static final Queryables QUERYABLES = Queryables.of(ALL);

    /** A row that has all values. */
    static final Row SITE = row(Map.ofEntries(
            Map.entry("name", "Straße of Hope"),
            Map.entry("note", "50% off_season"),
            Map.entry("beds", 12L),
            Map.entry("rate", 0.25),
            Map.entry("open", true),
            Map.entry("since", LocalDate.parse("2020-01-15")),
            Map.entry("until", LocalDate.parse("2024-06-30")),
            Map.entry("seen", Instant.parse("2024-03-01T12:00:00Z")),
            Map.entry("gone", Instant.parse("2024-03-02T12:00:00Z")),
            Map.entry("tags", List.of("housing", "food")),
            Map.entry("place", shape("POINT(-77 38.9)")),
            Map.entry("date", LocalDate.parse("2021-05-05"))));

    /** A row that has none. */
    static final Row EMPTY = row(Map.of());

    private Sample() {}

    static Shape shape(String wkt) {
        return Shape.ofWkt(wkt).orElseThrow();
    }

    static Row row(Map<String, Object> values) {
        Map<Integer, Object> byColumn = new HashMap<>();
        ALL.forEach(one -> {
            Object value = values.get(one.name());
            if (value != null) {
                byColumn.put(one.column(), value);
            }
        });
        return byColumn::get;
    }

    static Row with(String name, @Nullable Object value) {
        return row(value == null ? Map.of() : Map.of(name, value));
    }

    static Filter parseText(String text) {
        return Cql2.parseText(text, QUERYABLES, Crs.WGS84, false);
    }

    static Filter parseJson(String json) {
        return Cql2.parseJson(json, QUERYABLES, Crs.WGS84, false);
    }

    /** What a filter in text is of a row, found by asking it and its opposite. */
    static Truth truth(String text, Row row) {
        if (parseText(text).keeps(row)) {
            return Truth.TRUE;
        }
        return parseText("NOT (" + text + ")").keeps(row) ? Truth.FALSE : Truth.UNKNOWN;
    }

    static boolean keepsJson(String json, Row row) {
        return parseJson(json.replace('\'', '"')).keeps(row);
    }
}
