package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/**
 * What a file holds, without a word of its values, for they may be about people.
 *
 * @param filledByColumn rows that have a value, by column in the order of the file
 * @param geometries rows by type of geometry; "no geometry" and "unreadable" are types too
 * @param extent box of the coordinates as they stand in the file
 * @param faults rows that cannot be read
 * @param notes what was assumed in reading
 */
public record Inspection(
        long rows,
        Map<String, Long> filledByColumn,
        Map<String, Long> geometries,
        Box extent,
        Optional<String> declaredCrs,
        long faults,
        List<String> notes) {

    /**
     * Reads the file to its end.
     *
     * @param progress is told the number of rows read so far
     * @throws org.reentryatlas.table.TableException if it cannot be read
     */
    public static Inspection of(Path file, ReadOptions options, LongConsumer progress) throws IOException {
        Table table = Table.open(file, options);
        Counter counter = new Counter(table.columns(), table.hasGeometry(), progress);
        table.forEach(counter::count);
        return new Inspection(
                counter.rows,
                counter.filled,
                counter.geometries,
                counter.extent,
                table.declaredCrs(),
                counter.faults,
                List.of());
    }

    private static final class Counter {
        private final boolean hasGeometry;
        private final LongConsumer progress;
        private final Map<String, Long> filled = new LinkedHashMap<>();
        private final Map<String, Long> geometries = new TreeMap<>();
        private Box extent = Box.EMPTY;
        private long rows;
        private long faults;

        Counter(List<String> columns, boolean hasGeometry, LongConsumer progress) {
            this.hasGeometry = hasGeometry;
            this.progress = progress;
            columns.forEach(column -> filled.put(column, 0L));
        }

        void count(Row row) {
            rows++;
            progress.accept(rows);
            if (row.fault() != null) {
                faults++;
                return;
            }
            filled.replaceAll((column, number) -> row.value(column).isEmpty() ? number : number + 1);
            if (hasGeometry) {
                Shape shape = row.geometry();
                geometries.merge(type(row, shape), 1L, Long::sum);
                if (shape != null) {
                    extent = extent.including(shape.box());
                }
            }
        }

        private static String type(Row row, @Nullable Shape shape) {
            return shape != null ? shape.type() : row.geometryFault() == null ? "no geometry" : "unreadable";
        }
    }
}
