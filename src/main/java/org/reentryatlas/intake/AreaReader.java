package org.reentryatlas.intake;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.IncomingStore;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.boundary.NewArea;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.table.Row;

/** Turns rows into areas, stages each at once, and remembers the box of their coordinates. */
final class AreaReader {
    private final Path file;
    private final Columns columns;
    private final Crs crs;
    private final Map<Level, String> parentColumns;
    private final IncomingStore.Stage stage;
    private Box extent = Box.EMPTY;
    private @Nullable String key;

    AreaReader(Path file, Columns columns, Crs crs, Map<Level, String> parentColumns, IncomingStore.Stage stage) {
        this.file = file;
        this.columns = columns;
        this.crs = crs;
        this.parentColumns = parentColumns;
        this.stage = stage;
    }

    void take(Row row) throws RowRejected {
        Fields fields = new Fields(row, columns);
        key = null;
        String areaKey = fields.key("key");
        key = areaKey;
        Shape shape = shape(row, areaKey);
        String name = fields.text("name");
        stage.area(new NewArea(
                row.number(),
                areaKey,
                name.isEmpty() ? areaKey : name,
                parents(row),
                fields.count("population"),
                row.geometryFault(),
                wkbHex(shape)));
        key = null;
    }

    /** Stages a row that is no area, with its key where it was read that far. */
    void reject(Reject reject) {
        stage.reject(reject.row(), key, reject.field(), reject.reason().code(), reject.advice());
        key = null;
    }

    /** The box of the areas in the coordinates of the file. */
    Box extent() {
        return extent;
    }

    private Shape shape(Row row, String key) throws RowRejected {
        Shape shape = row.geometryFault() == null ? row.geometry() : row.mendedGeometry();
        if (shape == null) {
            String fault = row.geometryFault();
            throw fault == null
                    ? rejected(row, key, Reason.GEOMETRY_MISSING, "has no geometry")
                    : rejected(row, key, Reason.GEOMETRY_INVALID, "cannot be read: " + fault);
        }
        Optional<String> fault = shape.areaFault();
        if (fault.isPresent()) {
            throw rejected(row, key, shape.isPolygon() ? Reason.GEOMETRY_INVALID : Reason.GEOMETRY_TYPE, fault.get());
        }
        extent = extent.including(shape.box());
        return shape;
    }

    private static RowRejected rejected(Row row, String key, Reason reason, String fault) {
        return new RowRejected(row.number(), "geometry", reason, "area '" + key + "' " + fault);
    }

    private Map<Level, String> parents(Row row) throws RowRejected {
        Map<Level, String> parents = new LinkedHashMap<>();
        for (Map.Entry<Level, String> parent : parentColumns.entrySet()) {
            String above = row.value(parent.getValue());
            if (above.isEmpty()) {
                throw new RowRejected(
                        row.number(), parent.getValue(), Reason.VALUE_MISSING, "the area above must be named");
            }
            parents.put(parent.getKey(), above);
        }
        return parents;
    }

    private String wkbHex(Shape shape) {
        try {
            return shape.wkbHex(crs);
        } catch (CrsException e) {
            throw new LoadRefusedException(file + ": " + e.getMessage());
        }
    }
}
