package org.reentryatlas.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.table.ReadOptions;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file and how it is read. */
final class ReadingOptions {
    @Parameters(
            paramLabel = "FILE",
            description =
                    "the file: GeoJSON, CSV, Shapefile, GeoPackage, KML, FlatGeobuf, File Geodatabase or an extract of OpenStreetMap")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--layer", paramLabel = "NAME", description = "layer of the file, where it holds several")
    private @Nullable String layer;

    @Option(
            names = "--encoding",
            paramLabel = "CHARSET",
            description = "character set of the text, such as windows-1252; found in the file otherwise")
    private @Nullable String encoding;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            description = "what separates the values of a CSV file; found in the file otherwise")
    private @Nullable Character delimiter;

    Path file() {
        return file;
    }

    ReadOptions options() {
        return new ReadOptions(layer, encoding, delimiter);
    }
}
