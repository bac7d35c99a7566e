package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.ProviderStore;
import org.reentryatlas.supervision.Caseload;
import org.reentryatlas.supervision.CaseloadStore;
import org.reentryatlas.table.Table;

/** Loads a caseload: the people under supervision on one reference date, one row each. */
public final class CaseloadLoad {
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    /**
     * What a load of a caseload is told besides the common request.
     *
     * @param referenceDate the day the file speaks of
     * @param today the day on which it is loaded
     * @param workingCrs the system in which the margin is measured
     * @param marginMetres how far outside the areas a position may lie before it counts as an error
     */
    public record Options(LocalDate referenceDate, LocalDate today, Crs workingCrs, double marginMetres) {}

    private final Database database;
    private final Territory territory;

    public CaseloadLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>(Positions.SYNONYMS);
        synonyms.put("record_id", List.of("id", "case_id", "agency_record_id"));
        synonyms.put("address_type", List.of("residence_type", "address_status"));
        synonyms.put("address", List.of("residence_address", "street_address"));
        synonyms.put("needs", List.of("need", "service_needs"));
        synonyms.put("start_date", List.of("supervision_start"));
        synonyms.put("end_date", List.of("supervision_end"));
        synonyms.put("verified_on", List.of("address_verified_on"));
        return synonyms;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request, Options options) throws IOException {
        Path file = request.file();
        if (options.referenceDate().isAfter(options.today())) {
            throw new LoadRefusedException(
                    "--as-of " + options.referenceDate() + ": the reference date is in the future");
        }
        Table table = Table.open(file, request.reading());
        requireNothingForbidden(file, table.columns());
        Columns columns = Columns.find(file, table.columns(), SYNONYMS, Set.of("record_id"), request.mapping());
        Positions positions = Positions.of(file, table, columns, request.crs(), territory);
        String fingerprint = Fingerprint.of(file);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return database.inTransaction(
                    handle -> new Run(request, options, columns, positions, rejects, handle).load(table, fingerprint));
        }
    }

    private static void requireNothingForbidden(Path file, List<String> columns) {
        for (String column : columns) {
            ForbiddenColumns.kind(column).ifPresent(kind -> {
                throw new LoadRefusedException(
                        "%s: column '%s' seems to hold %s, which must not enter this system; take it out of the file and load again; nothing was read"
                                .formatted(file, column, kind));
            });
        }
    }

    /** One load in one transaction. */
    private static final class Run {
        private final LoadRequest request;
        private final Options options;
        private final Columns columns;
        private final Positions positions;
        private final Rejects rejects;
        private final CaseloadStore store;
        private final AreaSetStore areaSets;
        private final Needs needs;

        Run(
                LoadRequest request,
                Options options,
                Columns columns,
                Positions positions,
                Rejects rejects,
                Handle handle) {
            this.request = request;
            this.options = options;
            this.columns = columns;
            this.positions = positions;
            this.rejects = rejects;
            this.store = new CaseloadStore(handle);
            this.areaSets = new AreaSetStore(handle);
            ProviderStore categories = new ProviderStore(handle);
            this.needs = new Needs(categories.listCategories(), categories.listTerms());
        }

        LoadReport load(Table table, String fingerprint) throws IOException {
            Path file = request.file();
            AreaSet areas = areaSets.findValid(Level.BEAT, options.referenceDate())
                    .orElseThrow(() -> new LoadRefusedException(
                            "%s: no boundaries of level beat are valid on %s; load boundaries first"
                                    .formatted(file, options.referenceDate())));
            RowLoop loop = new RowLoop(request, rejects);
            RecordReader reader = new RecordReader(columns, positions, needs, options.referenceDate());
            try (CopyIn staged = store.stage()) {
                loop.run(table, row -> CaseloadStore.add(staged, row.number(), reader.read(row)));
                staged.finish();
            }
            positions.requireSomeInside();
            rejectByDatabase(areas);
            loop.requireWhole();
            boolean kept = store.isKept(options.referenceDate(), fingerprint);
            Optional<Caseload> earlier = store.find(options.referenceDate());
            long accepted = kept
                    ? loop.read() - rejects.total()
                    : store.insert(
                            options.referenceDate(),
                            file.getFileName().toString(),
                            fingerprint,
                            loop.read(),
                            rejects.counts(),
                            needs.removed());
            return loop.report(accepted, notes(kept, earlier));
        }

        /** What only the database can see: rows against each other, and rows against the areas. */
        private void rejectByDatabase(AreaSet areas) {
            store.removeDuplicates(row -> rejects.add(new Reject(
                    row, column("record_id"), Reason.DUPLICATE_ID, "an earlier row has the same identifier")));
            store.removeOutside(
                    areas.id(),
                    options.workingCrs().epsg(),
                    options.marginMetres(),
                    row -> rejects.add(new Reject(
                            row,
                            column(columns.has("lon") ? "lon" : "x"),
                            Reason.OUTSIDE_JURISDICTION,
                            "the position is more than %.0f m outside the areas; if the person lives elsewhere, write address_type out_of_jurisdiction"
                                    .formatted(options.marginMetres()))));
        }

        private String column(String field) {
            return columns.has(field) ? columns.of(field) : field;
        }

        private List<String> notes(boolean kept, Optional<Caseload> earlier) {
            List<String> notes = new ArrayList<>();
            if (kept) {
                notes.add("this very file is kept already for this date: nothing changed");
            } else if (earlier.isPresent()) {
                notes.add("from now on it stands in place of the caseload of %s that was loaded before (%d rows)"
                        .formatted(options.referenceDate(), earlier.get().rowsRead()));
            }
            if (needs.removed() > 0) {
                notes.add("%d need values are health facts and were removed before anything was stored"
                        .formatted(needs.removed()));
            }
            if (!columns.unused().isEmpty()) {
                notes.add("columns that are not stored: " + String.join(", ", columns.unused()));
            }
            return notes;
        }
    }
}
