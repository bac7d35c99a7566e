package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.Finding;
import org.reentryatlas.boundary.Finding.Verdict;
import org.reentryatlas.boundary.IncomingStore;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.boundary.NewAreaSet;
import org.reentryatlas.boundary.QualityRules;
import org.reentryatlas.boundary.QualityStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Table;

/**
 * Loads a vintage of boundaries. The rows go straight into the database; there they are checked, mended if the user says
 * so, and kept whole or not at all: a set with a hole would lose people.
 *
 * <p>Fields: {@code key}, {@code name}, {@code population}, and the key of the area above for each level that the user
 * names in {@link Options#parents}.
 */
public final class BoundaryLoad {
    private static final int MOST_NAMED = 10;

    /** Looking for another key holds the values of a file; beyond so many rows it is not worth that. */
    private static final int MOST_ROWS_FOR_KEYS = 20_000;

    /**
     * What a load of boundaries is told besides the common request.
     *
     * @param parents column that holds the key of the area above, by its level
     * @param validTo first day on which the areas no longer hold; null means until the next set starts
     * @param sliverMetres an overlap or gap that is narrower than this everywhere is a sliver
     * @param repair mend what is safe to mend
     * @param acceptOverlaps keep areas that overlap by more than slivers
     * @param report where everything that was found is listed; null means only faults and repairs, where rejected rows are
     */
    public record Options(
            Level level,
            Map<Level, String> parents,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            double sliverMetres,
            boolean repair,
            boolean acceptOverlaps,
            @Nullable Path report) {
        public Options {
            parents = Map.copyOf(parents);
        }

        /** Nothing but what must be said: the file is held to the usual rules. */
        public static Options of(Level level, Map<Level, String> parents, LocalDate validFrom) {
            return new Options(level, parents, validFrom, null, QualityRules.SLIVER_METRES, false, false, null);
        }
    }

    /** The work that is left once a file was inspected, in the same transaction. */
    private interface Sequel<R> {
        R run(Handle handle, NewAreaSet set, BoundaryQuality quality);
    }

    private final Database database;
    private final Crs workingCrs;
    private final String cityName;

    /** @param cityName the name of the area that all others make up */
    public BoundaryLoad(Database database, Crs workingCrs, String cityName) {
        this.database = database;
        this.workingCrs = workingCrs;
        this.cityName = cityName;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request, Options options) throws IOException {
        return inspect(request, options, (handle, set, quality) -> {
            if (quality.isRefused()) {
                throw quality.refusal();
            }
            List<String> notes = new ArrayList<>(Vintages.keep(new AreaSetStore(handle), set, request));
            notes.addAll(quality.lines());
            notes.addAll(Derived.complete(handle, workingCrs));
            return LoadEntry.of(
                    handle,
                    options.level().code(),
                    request.source(),
                    new LoadReport(request.file().toString(), quality.read(), quality.read(), Map.of(), null, notes));
        });
    }

    /** Says what a load of the file would find, and keeps nothing. */
    public BoundaryQuality check(LoadRequest request, Options options) throws IOException {
        return inspect(request, options, (handle, set, quality) -> quality);
    }

    private <R> R inspect(LoadRequest request, Options options, Sequel<R> sequel) throws IOException {
        Path file = request.file();
        Table table = Table.open(file, request.reading());
        if (!table.hasGeometry()) {
            throw new LoadRefusedException(
                    file
                            + ": boundaries need polygons, and this format has no geometry; load GeoJSON, a Shapefile, a GeoPackage, KML or FlatGeobuf");
        }
        requireDays(options);
        requireParents(file, table, options);
        Columns columns = Columns.find(
                file, table.columns(), AreaColumns.synonyms(options.level()), Set.of("key"), request.mapping());
        Crs crs = Positions.crs(file, table, request.crs());
        NewAreaSet set = new NewAreaSet(
                options.level(),
                options.parents().keySet(),
                cityName,
                request.source(),
                crs.code(),
                Fingerprint.of(file, request.reading().layer()),
                options.validFrom(),
                options.validTo());
        QualityRules rules =
                new QualityRules(options.sliverMetres(), options.repair(), options.acceptOverlaps(), workingCrs.epsg());
        // An older list at the same place must not be taken for this load's.
        Files.deleteIfExists(options.report() == null ? request.rejectsFile() : options.report());
        return database.inTransaction(handle -> {
            IncomingStore incoming = new IncomingStore(handle);
            long read = stage(request, table, columns, crs, options, incoming);
            new QualityStore(handle, rules).inspect(set, columns.of("key"));
            return sequel.run(handle, set, quality(request, table, options, read, incoming));
        });
    }

    private long stage(
            LoadRequest request, Table table, Columns columns, Crs crs, Options options, IncomingStore incoming)
            throws IOException {
        try (IncomingStore.Stage stage = incoming.open(options.level())) {
            AreaReader reader = new AreaReader(request.file(), columns, crs, options.parents(), stage);
            long read = RowLoop.read(request, table, reader::take, reader::reject);
            Territory.of(workingCrs).objection(reader.extent(), crs).ifPresent(objection -> {
                throw new LoadRefusedException(request.file() + ": " + objection);
            });
            stage.finish();
            return read;
        }
    }

    private static BoundaryQuality quality(
            LoadRequest request, Table table, Options options, long read, IncomingStore incoming) throws IOException {
        List<Finding.Count> counts = incoming.countFindings();
        boolean needsList =
                options.report() != null || counts.stream().anyMatch(count -> count.verdict() != Verdict.NOTED);
        Path list = options.report() == null ? request.rejectsFile() : options.report();
        if (needsList) {
            FindingsFile.write(list, incoming);
        }
        List<Finding> first = new ArrayList<>();
        incoming.forEachFinding(MOST_NAMED, first::add);
        boolean isKeyWrong = counts.stream()
                .anyMatch(count -> count.kind().equals(Reason.DUPLICATE_ID.code())
                        || count.kind().equals(Reason.VALUE_MISSING.code()));
        return new BoundaryQuality(
                request.file(),
                read,
                incoming.countTypes(),
                counts,
                first,
                needsList ? list : null,
                isKeyWrong && read <= MOST_ROWS_FOR_KEYS ? AreaColumns.distinct(table) : List.of(),
                RowLoop.notes(request, table));
    }

    private static void requireDays(Options options) {
        LocalDate end = options.validTo();
        if (end != null && !end.isAfter(options.validFrom())) {
            throw new LoadRefusedException(
                    "--valid-to %s must lie after --valid-from %s".formatted(end, options.validFrom()));
        }
    }

    private static void requireParents(Path file, Table table, Options options) {
        options.parents().forEach((level, column) -> {
            if (!options.level().above().contains(level)) {
                throw new LoadRefusedException("--parent %s=%s: level %s cannot stand above level %s"
                        .formatted(
                                level.code(),
                                column,
                                level.code(),
                                options.level().code()));
            }
            if (!table.columns().contains(column)) {
                throw new LoadRefusedException("%s: --parent %s=%s: the file has no column '%s'; it has: %s"
                        .formatted(file, level.code(), column, column, String.join(", ", table.columns())));
            }
        });
    }
}
