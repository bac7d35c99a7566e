package org.reentryatlas.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.FeatureTable;

/** A row of the service directory, read by the names of its columns. */
record Site(FeatureTable table, int row) {
    /** Of the service, or else who runs it. */
    String name() {
        String name = text("name");
        return name.isEmpty() ? text("organization") : name;
    }

    boolean offers(String category) {
        return value("categories") instanceof List<?> several && several.contains(category);
    }

    /** When somebody last made sure that the entry is right. */
    Optional<LocalDate> lastVerified() {
        return value("last_verified") instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    boolean isConfidential() {
        return Boolean.TRUE.equals(value("confidential"));
    }

    /** Whether the directory says that it turns away people with a record. */
    boolean refusesRecords() {
        return acceptsRecords().equals("no");
    }

    /** {@code yes}, {@code no}, {@code case_by_case}, or empty where nobody says. */
    String acceptsRecords() {
        return text("accepts_records");
    }

    /** Where it is; empty for a confidential site and one whose address was not found. */
    Optional<LonLat> place() {
        Shape shape = table.shape(row);
        return shape == null || isConfidential() ? Optional.empty() : Optional.of(new LonLat(shape.x(), shape.y()));
    }

    /** Empty for a confidential site. */
    String address() {
        return isConfidential() ? "" : text("address");
    }

    String text(String column) {
        return value(column) instanceof String text ? text.strip() : "";
    }

    private @Nullable Object value(String name) {
        Integer column = table.column(name);
        return column == null ? null : table.value(row, column);
    }
}
