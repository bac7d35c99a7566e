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

    /** Whether a number such as {@code 38,9072} is meant as 38.9072: only where a comma separates nothing else. */
    default boolean hasDecimalCommas() {
        return false;
    }

    /** What was assumed about the file and its owner should know, one sentence each. */
    List<String> notes();

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
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv", "tsv", "txt", "tab" -> CsvTable.open(file, options);
            case "json" -> JsonArrayTable.isArray(file) ? JsonArrayTable.open(file) : GeoJsonTable.open(file, options);
            case "geojson", "geojsonl", "geojsons", "ndjson", "jsonl" -> GeoJsonTable.open(file, options);
            default -> throw new TableException(file + ": only .csv and .geojson files can be loaded");
        };
    }
}
