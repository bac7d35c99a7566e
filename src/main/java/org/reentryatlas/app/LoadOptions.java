package org.reentryatlas.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.intake.LoadRequest;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every {@code atlas load} takes. */
final class LoadOptions {
    @Parameters(paramLabel = "FILE", description = "the file to load: .geojson or .csv (UTF-8, with a header)")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--map",
            paramLabel = "FIELD=COLUMN",
            description = "which column of the file holds a field, where its name does not say so; may be repeated")
    private Map<String, String> mapping = new LinkedHashMap<>();

    @Option(
            names = "--crs",
            paramLabel = "CODE",
            description = "coordinate reference system of the file, such as EPSG:2248; the file's own word otherwise")
    private @Nullable String crs;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "where rejected rows are listed; beside the file otherwise, as FILE.rejects.csv")
    private @Nullable Path rejects;

    /** Maps a field as an option of its own does; an option that was not given changes nothing. */
    LoadOptions map(String field, @Nullable String column) {
        if (column != null) {
            mapping.put(field, column);
        }
        return this;
    }

    LoadRequest request(boolean skipRejected, LongConsumer progress) {
        Path list = rejects == null ? file.resolveSibling(file.getFileName() + ".rejects.csv") : rejects;
        return new LoadRequest(file, mapping, crs, skipRejected, list, progress);
    }

    Path file() {
        return file;
    }
}
