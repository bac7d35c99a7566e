package org.reentryatlas.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Classification;
import org.reentryatlas.geo.Classification.Method;
import org.reentryatlas.http.ProblemException;

/**
 * The published numbers of a column, as a map shades them: of all areas of one or more releases. What is hidden, blank or a
 * public zero has a look of its own and is not among them.
 */
final class ColumnValues {
    private static final String STATUS = "_status";

    private final Column column;
    private final double[] values;

    private ColumnValues(Column column, double[] values) {
        this.column = column;
        this.values = values;
    }

    /**
     * The numbers of a column of a layer.
     *
     * @param releases whose numbers they are; none for a layer without date
     * @throws ProblemException if the layer has no such column of numbers
     */
    static ColumnValues of(Snapshot snapshot, Layer layer, String name, List<PublishedRelease> releases) {
        FeatureTable newest = snapshot.newest(layer);
        Column column = column(newest, name);
        List<Double> values = new ArrayList<>();
        if (!layer.isOfReleases()) {
            addTo(values, newest, name);
            if (name.startsWith(ServiceCoverage.SITES)) {
                values.removeIf(value -> value == 0);
            }
        }
        for (PublishedRelease release : releases) {
            addTo(values, snapshot.table(layer, release), name);
        }
        return new ColumnValues(
                column, values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Column column(FeatureTable table, String name) {
        Integer position = table.column(name);
        Column column = position == null ? null : table.columns().get(position);
        if (column == null || (column.type() != Column.Type.INTEGER && column.type() != Column.Type.NUMBER)) {
            throw ProblemException.badRequest(
                    "COLUMN_UNKNOWN",
                    "Parameter 'column' names no column of numbers of this layer.",
                    "The queryables of the collection list its columns and their types.");
        }
        return column;
    }

    /** Another release may lack the column: then it has no values of it. */
    private static void addTo(List<Double> values, FeatureTable table, String name) {
        Integer column = table.column(name);
        if (column == null) {
            return;
        }
        Integer status = table.column(name + STATUS);
        for (int row : table.rows()) {
            @Nullable Object value = table.value(row, column);
            if (value instanceof Number number && (status == null || Share.SHOWN.equals(table.value(row, status)))) {
                values.add(number.doubleValue());
            }
        }
    }

    /** Ranges with both ends included, as whole numbers where the column holds these. */
    List<Map<String, Object>> classes(Method method, int most) {
        return Classification.of(values, method, most).stream()
                .map(range -> Members.of("from", number(range.from()), "to", number(range.to())))
                .toList();
    }

    private Number number(double value) {
        return column.type() == Column.Type.INTEGER ? (Number) Math.round(value) : (Number) value;
    }
}
