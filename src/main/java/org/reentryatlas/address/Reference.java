package org.reentryatlas.address;

import java.util.List;
import java.util.Locale;

/** The three kinds of address reference. */
public enum Reference {
    POINT(
            "points",
            "row_number",
            "source_id",
            "house_number",
            "street",
            "unit",
            "city",
            "state",
            "postal_code",
            "kind",
            "units",
            "lon",
            "lat"),
    SEGMENT(
            "segments",
            "row_number",
            "source_id",
            "street",
            "left_from",
            "left_to",
            "right_from",
            "right_to",
            "left_postal_code",
            "right_postal_code",
            "city",
            "class",
            "direction",
            "speed_kmh",
            "geom"),
    FACILITY(
            "facilities",
            "row_number",
            "source_id",
            "name",
            "kind",
            "spelling",
            "postal_code",
            "capacity",
            "lon",
            "lat");

    private final String plural;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> columns;

    Reference(String plural, String... columns) {
        this.plural = plural;
        this.columns = List.of(columns);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String plural() {
        return plural;
    }

    String[] columns() {
        return columns.toArray(String[]::new);
    }
}
