package org.reentryatlas.brief;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.ServiceCategory;

/**
 * What a layer of gaps says of an area and a category, read by the names of its columns.
 *
 * @param mode code of the way of getting about
 * @param table of the layer
 */
record GapRow(String mode, ServiceCategory category, FeatureTable table, int row) {
    /**
     * The least and the most that a number can be.
     *
     * @param low as the layer has it
     * @param high at least as much
     */
    record Bounds(Number low, Number high) {
        boolean isExact() {
            return low.doubleValue() == high.doubleValue();
        }
    }

    /** The figures of an area; empty where the run has none of the category, as of one that has no demand stated. */
    static Optional<GapRow> of(String mode, ServiceCategory category, FeatureTable table, String areaKey) {
        Integer row = table.row(areaKey);
        return row == null
                ? Optional.empty()
                : Optional.of(new GapRow(mode, category, table, row)).filter(found -> found.value("gap_low") != null);
    }

    String areaKey() {
        return table.id(row);
    }

    /** People-equivalents who go without. */
    Bounds gap() {
        return bounds("gap").orElseThrow();
    }

    /** Per cent of those who need it with a site within 30 minutes; empty where nobody needs it. */
    Optional<Bounds> within30() {
        return bounds("in_30");
    }

    /** Median minutes from the homes to the nearest site; empty where that is more than an hour. */
    OptionalInt minutes() {
        return whole("minutes");
    }

    /** The same to the third nearest. */
    OptionalInt minutesToThird() {
        return whole("minutes_3rd");
    }

    /** The place by gap among the areas of the level, where it holds. */
    OptionalInt rank() {
        return whole("gap_rank");
    }

    private Optional<Bounds> bounds(String column) {
        return value(column + "_low") instanceof Number low && value(column + "_high") instanceof Number high
                ? Optional.of(new Bounds(low, high))
                : Optional.empty();
    }

    private OptionalInt whole(String column) {
        return value(column) instanceof Number number ? OptionalInt.of(number.intValue()) : OptionalInt.empty();
    }

    private @Nullable Object value(String name) {
        Integer column = table.column(category.code() + "_" + name);
        return column == null ? null : table.value(row, column);
    }
}
