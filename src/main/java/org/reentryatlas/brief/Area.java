package org.reentryatlas.brief;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.Measure;

/** A row of a layer of areas, read by the names of its columns. */
record Area(FeatureTable table, int row) {
    String key() {
        return table.id(row);
    }

    String name() {
        return text("name");
    }

    /** The key of the area above; empty if it nests in none. */
    String parent() {
        return text("parent");
    }

    /** Longitudes and latitudes on WGS 84. */
    Optional<Shape> shape() {
        return Optional.ofNullable(table.shape(row));
    }

    boolean hasLowHitRate() {
        return Boolean.TRUE.equals(value("low_hit_rate"));
    }

    /** Residents of every age; null where nobody states them. */
    @Nullable
    Number residents() {
        return value("residents") instanceof Number number ? number : null;
    }

    boolean hasApportionedResidents() {
        return text("residents_method").equals("apportioned");
    }

    String residentsSource() {
        return text("residents_source");
    }

    Optional<LocalDate> residentsFrom() {
        return value("residents_source_from") instanceof LocalDate day ? Optional.of(day) : Optional.empty();
    }

    /** Whether its release has the measure. */
    boolean has(Measure measure) {
        return table.column(measure.code()) != null;
    }

    Cell count(Measure measure) {
        String code = measure.code();
        Cell.Band band = value(code + "_low") instanceof Number low && value(code + "_high") instanceof Number high
                ? new Cell.Band(low.longValue(), high.longValue())
                : null;
        return Cell.of(value(code + "_status"), value(code), band, Boolean.TRUE.equals(value(code + "_unstable")));
    }

    /** The count per 1,000 residents. */
    Cell rate(Measure measure) {
        return figure(measure.code() + "_rate");
    }

    /** How many times as common as in the whole jurisdiction. */
    Cell quotient(Measure measure) {
        return figure(measure.code() + "_quotient");
    }

    private Cell figure(String column) {
        return Cell.of(value(column + "_status"), value(column), null, false);
    }

    private String text(String column) {
        return value(column) instanceof String text ? text : "";
    }

    private @Nullable Object value(String name) {
        Integer column = table.column(name);
        return column == null ? null : table.value(row, column);
    }
}
