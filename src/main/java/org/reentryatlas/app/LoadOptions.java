package org.reentryatlas.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.intake.LoadRequest;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every {@code atlas load} takes. */
final class LoadOptions {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ReadingOptions reading;

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
            names = "--source",
            paramLabel = "NAME",
            description = "the data set that the file is an edition of; the name of the file otherwise")
    private @Nullable String source;

    @Option(names = "--yes", description = "keep the file even if it changes or removes what is kept already")
    private boolean confirmed;

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
        Path file = reading.file();
        Path list = rejects == null ? file.resolveSibling(file.getFileName() + ".rejects.csv") : rejects;
        return new LoadRequest(
                file,
                reading.options(),
                source == null ? LoadRequest.sourceOf(file) : source,
                mapping,
                crs,
                skipRejected,
                confirmed,
                list,
                progress);
    }

    Path file() {
        return reading.file();
    }
}
