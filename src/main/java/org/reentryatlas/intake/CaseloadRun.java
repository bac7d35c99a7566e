package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.AreaSetStore;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.provider.ProviderStore;
import org.reentryatlas.supervision.Caseload;
import org.reentryatlas.supervision.CaseloadStore;
import org.reentryatlas.supervision.StagingStore;
import org.reentryatlas.supervision.StagingStore.SetAside;
import org.reentryatlas.table.Table;

/** One load of a caseload in one transaction. */
final class CaseloadRun {
    private final LoadRequest request;
    private final CaseloadLoad.Options options;
    private final Columns columns;
    private final @Nullable Positions positions;
    private final Rejects rejects;
    private final StagingStore staging;
    private final CaseloadStore caseloads;
    private final AreaSetStore areaSets;
    private final Needs needs;

    CaseloadRun(
            LoadRequest request,
            CaseloadLoad.Options options,
            Columns columns,
            @Nullable Positions positions,
            Rejects rejects,
            Handle handle) {
        this.request = request;
        this.options = options;
        this.columns = columns;
        this.positions = positions;
        this.rejects = rejects;
        this.staging = new StagingStore(handle);
        this.caseloads = new CaseloadStore(handle);
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
        try (CopyIn staged = staging.open()) {
            loop.run(table, row -> StagingStore.add(staged, row.number(), reader.read(row)));
            staged.finish();
        }
        if (positions != null) {
            positions.requireSomeInside();
        }
        rejectByDatabase(areas);
        loop.requireWhole();
        staging.classify();
        List<String> notes = new ArrayList<>();
        long accepted = keep(loop, fingerprint, notes);
        return loop.report(accepted, notes);
    }

    private long keep(RowLoop loop, String fingerprint, List<String> notes) {
        long accepted = loop.read() - rejects.total();
        Optional<Caseload> earlier = caseloads.find(options.referenceDate());
        if (earlier.isPresent()) {
            Changes changes = caseloads.compare(earlier.get().id());
            if (changes.isNone()) {
                notes.add("it is kept already for this date: nothing changed");
                return accepted;
            }
            request.requireConfirmed(changes);
            notes.add("it stands in place of the caseload of %s that was loaded before: %s"
                    .formatted(options.referenceDate(), changes.summary()));
        }
        notes.add("people by class: " + list(staging.countClasses()));
        notes.add("addresses verified before the reference date: " + list(staging.countAges(options.referenceDate())));
        long kept = caseloads.insert(
                options.referenceDate(),
                request.file().getFileName().toString(),
                fingerprint,
                loop.read(),
                rejects.counts(),
                needs.removed(),
                options.today().plusDays(options.rawDays()));
        if (kept != accepted) {
            throw new IllegalStateException("%d rows are accepted and %d are kept".formatted(accepted, kept));
        }
        notes.add("raw addresses must go by %s: atlas purge"
                .formatted(options.today().plusDays(options.rawDays())));
        addColumnNotes(notes);
        return kept;
    }

    /** What only the database can see: rows against each other, and rows against the areas. */
    private void rejectByDatabase(AreaSet areas) {
        staging.chooseCurrent(this::reject);
        staging.removeOutside(
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

    private void reject(SetAside row) {
        String advice = switch (row.difference()) {
            case NOT_CURRENT -> "it is not where the person lives on the reference date; row %d is kept";
            case STARTED_LATER -> "the same person lives at the address of row %d since a later day";
            case VERIFIED_LATER -> "the address of row %d was verified later for the same person";
            case NOTHING ->
                "row %d has the same identifier, and neither residence_from nor verified_on tells which one holds";
        };
        rejects.add(new Reject(
                row.rowNumber(),
                column("record_id"),
                row.difference() == StagingStore.Difference.NOTHING ? Reason.DUPLICATE_ID : Reason.NOT_CURRENT,
                advice.formatted(row.kept())));
    }

    private String column(String field) {
        return columns.has(field) ? columns.of(field) : field;
    }

    private void addColumnNotes(List<String> notes) {
        if (needs.removed() > 0) {
            notes.add("%d need values are health facts and were removed before anything was stored"
                    .formatted(needs.removed()));
        }
        if (!columns.unused().isEmpty()) {
            notes.add("columns that are not stored: " + String.join(", ", columns.unused()));
        }
    }

    private static String list(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
