package org.reentryatlas.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Table;
import org.reentryatlas.upkeep.IncomingRequestStore;
import org.reentryatlas.upkeep.RequestKind;

/** Loads requests of residents to clean something up, as cities publish them from their 311 systems. */
public final class RequestLoad {
    /** A rarer name might be no name of a service, but what somebody wrote. */
    private static final long LEAST_TO_BE_NAMED = 5;

    private static final int MOST_NAMED = 10;

    private final Database database;
    private final Territory territory;

    public RequestLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    /**
     * How the requests are read.
     *
     * @param kindOfAll the kind of every request of the file, or empty where a column says its service
     * @param keepsEarlier whether what was opened up to the first day of the file stays, for exports of the last days only
     * @param today the last day on which a request can have been opened or closed
     * @param margin metres that a request may lie outside the police areas
     */
    public record Options(
            Optional<RequestKind> kindOfAll, boolean keepsEarlier, LocalDate today, ZoneId timeZone, double margin) {}

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request, Options options) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        Set<String> required =
                options.kindOfAll().isPresent() ? Set.of("id", "opened") : Set.of("id", "opened", "service");
        Columns columns =
                Columns.find(request.file(), table.columns(), RequestReader.SYNONYMS, required, request.mapping());
        Positions positions = Positions.of(request.file(), table, columns, request.crs(), territory);
        RequestReader reader = new RequestReader(columns, positions, options);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            RowLoop loop = new RowLoop(request, rejects);
            return database.inTransaction(handle -> {
                IncomingRequestStore store = new IncomingRequestStore(handle, request.source());
                stage(store, loop, table, reader, rejects, columns, options);
                positions.requireSomeInside();
                loop.requireWhole();
                List<String> notes = keep(store, request, options, reader);
                return LoadEntry.of(
                        handle, "requests", request.source(), loop.report(loop.read() - rejects.total(), notes));
            });
        }
    }

    private void stage(
            IncomingRequestStore store,
            RowLoop loop,
            Table table,
            RequestReader reader,
            Rejects rejects,
            Columns columns,
            Options options)
            throws IOException {
        try (CopyIn staged = store.stage()) {
            loop.run(table, row -> reader.read(row).addTo(staged, row.number()));
            staged.finish();
        }
        store.removeDuplicates(row -> rejects.add(
                new Reject(row, columns.of("id"), Reason.DUPLICATE_ID, "an earlier row has the same identifier")));
        store.removeOutside(
                territory.workingCrs().epsg(),
                options.margin(),
                row -> rejects.add(new Reject(
                        row,
                        "position",
                        Reason.OUTSIDE_JURISDICTION,
                        "the position is outside the police areas that are loaded")));
    }

    private static List<String> keep(
            IncomingRequestStore store, LoadRequest request, Options options, RequestReader reader) {
        LocalDate keepUntil = options.keepsEarlier() ? store.firstDay().orElse(null) : null;
        store.place();
        Changes changes = store.compare(keepUntil);
        request.requireConfirmed(changes);
        List<String> notes = new ArrayList<>();
        if (changes.isNone()) {
            notes.add("'%s' is kept already as it is here: nothing changed".formatted(request.source()));
        } else {
            store.merge(keepUntil);
            notes.add("'%s': %s".formatted(request.source(), changes.summary()));
        }
        notes.add("kinds: "
                + store.countKinds().entrySet().stream()
                        .map(kind -> kind.getKey() + " " + kind.getValue())
                        .collect(Collectors.joining(", ")));
        noteAccount(store.account(), notes);
        noteUnknown(store.listUnknownTerms(), notes);
        if (reader.strangeStates() > 0) {
            notes.add("%d have a state that is not known here and count as open unless they have a day of closing"
                    .formatted(reader.strangeStates()));
        }
        return notes;
    }

    private static void noteAccount(IncomingRequestStore.Account account, List<String> notes) {
        if (account.repeats() > 0) {
            notes.add("%d ask again for what somebody asked for before, and are counted apart"
                    .formatted(account.repeats()));
        }
        if (account.withoutBlock() > 0) {
            notes.add("%d are further than %d m from every street that is loaded: they count for areas and for no block"
                    .formatted(account.withoutBlock(), IncomingRequestStore.BLOCK_METRES));
        }
        if (account.withoutArea() > 0) {
            notes.add("%d are in no area that is loaded".formatted(account.withoutArea()));
        }
        if (account.elsewhere() > 0) {
            notes.add("%d have an identifier that is kept of another source too, and count twice if they are the same"
                    .formatted(account.elsewhere()));
        }
    }

    private static void noteUnknown(Map<String, Long> terms, List<String> notes) {
        if (terms.isEmpty()) {
            return;
        }
        long requests = terms.values().stream().mapToLong(Long::longValue).sum();
        String frequent = terms.entrySet().stream()
                .filter(term -> term.getValue() >= LEAST_TO_BE_NAMED)
                .limit(MOST_NAMED)
                .map(term -> "'%s' %d".formatted(term.getKey(), term.getValue()))
                .collect(Collectors.joining(", "));
        notes.add("%d have one of %d services of which nobody has said what they mean and are kept as 'other'%s"
                .formatted(requests, terms.size(), frequent.isEmpty() ? "" : ": " + frequent));
    }
}
