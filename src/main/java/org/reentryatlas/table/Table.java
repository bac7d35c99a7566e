package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a file, whatever its format. Each {@link #forEach} reads the file anew. */
public interface Table {
    /** The columns, as the file names them. */
    List<String> columns();

    /** Whether rows carry a geometry of their own. */
    boolean hasGeometry();

    /** The coordinate reference system that the file itself declares. */
    Optional<String> declaredCrs();

    void forEach(Consumer<Row> action) throws IOException;

    /**
     * Opens a file by its ending.
     *
     * @throws TableException if it is missing, empty, of another format, or not what its ending says
     */
    static Table open(Path file, ReadOptions options) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new TableException(file + ": there is no such file");
        }
        if (Files.size(file) == 0) {
            throw new TableException(file + ": the file is empty");
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".csv") || name.endsWith(".txt")) {
            return CsvTable.open(file);
        }
        if (name.endsWith(".json") && JsonArrayTable.isArray(file)) {
            return JsonArrayTable.open(file);
        }
        if (name.endsWith(".geojson") || name.endsWith(".json")) {
            return GeoJsonTable.open(file);
        }
        throw new TableException(file + ": only .csv and .geojson files can be loaded");
    }
}
