package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a file, whatever its format. Each {@link #forEach} reads the file anew. */
public interface Table {
    /** The columns, as the file names them. */
    List<String> columns();

    /** Whether rows carry a geometry of their own. */
    default boolean hasGeometry() {
        return false;
    }

    /** The coordinate reference system that the file itself declares. */
    default Optional<String> declaredCrs() {
        return Optional.empty();
    }

    /** Whether a number such as {@code 38,9072} is meant as 38.9072: only where a comma separates nothing else. */
    default boolean hasDecimalCommas() {
        return false;
    }

    /** What was assumed about the file and its owner should know, one sentence each. */
    default List<String> notes() {
        return List.of();
    }

    void forEach(Consumer<Row> action) throws IOException;

    /**
     * Opens a file by its ending.
     *
     * @throws TableException if it is missing, empty, of another format, or not what its ending says
     */
    static Table open(Path file, ReadOptions options) throws IOException {
        if (!Files.exists(file)) {
            throw new TableException(file + ": there is no such file");
        }
        Format format = Format.of(file);
        if (Files.isDirectory(file) != format.isDirectory(file)) {
            throw new TableException(file + ": this is a directory; name a file in it");
        }
        if (Files.size(file) == 0) {
            throw new TableException(file + ": the file is empty");
        }
        return switch (format) {
            case CSV -> CsvTable.open(file, options);
            case GEOJSON ->
                Format.ending(file).equals("json") && JsonArrayTable.isArray(file)
                        ? JsonArrayTable.open(file)
                        : GeoJsonTable.open(file, options);
            case ZIP -> ZipTable.open(file, options);
            default -> GdalTable.open(file, format, options);
        };
    }

    /** The files that a table consists of, which tell one edition of it from another: a Shapefile has several. */
    static List<Path> parts(Path file) throws IOException {
        return Format.of(file).parts(file);
    }
}
