package org.reentryatlas.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.GeocoderStore;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.hsds.HsdsFile;
import org.reentryatlas.hsds.Sink;
import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.DirectoryStore;
import org.reentryatlas.provider.Origin;
import org.reentryatlas.provider.ProviderStore;
import org.reentryatlas.table.Table;
import org.reentryatlas.table.TableException;

/**
 * Loads a service directory: a package or file of HSDS, or any table of which one row is a service at a place. Either
 * becomes records that wait in the database, where references and repetitions are found.
 */
public final class ProviderLoad {
    private static final String KIND = "providers";
    private static final int TERMS_NAMED = 12;
    private static final long PROGRESS_EVERY = 1_000;

    /**
     * What a load of providers is told besides the common request.
     *
     * @param category our category for rows of a table whose own words are none of ours, or null
     * @param termsFile where words that are no category of ours are listed with their numbers, or null
     */
    public record Options(
            @Nullable String category, @Nullable Path termsFile) {
        /** Nothing is said. */
        public static final Options NONE = new Options(null, null);
    }

    private final Database database;
    private final Territory territory;

    public ProviderLoad(Database database, Territory territory) {
        this.database = database;
        this.territory = territory;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request, Options options) throws IOException {
        if (!Files.exists(request.file())) {
            throw new TableException(request.file() + ": there is no such file");
        }
        Optional<HsdsFile> hsds = HsdsFile.open(request.file(), territory);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            if (hsds.isPresent()) {
                try (HsdsFile file = hsds.get()) {
                    return database.inTransaction(handle -> LoadEntry.of(
                            handle,
                            KIND,
                            request.source(),
                            load(request, options, rejects, handle, new HsdsReading(file, request, rejects))));
                }
            }
            Table table = Table.open(request.file(), request.reading());
            return database.inTransaction(handle -> LoadEntry.of(
                    handle,
                    KIND,
                    request.source(),
                    load(request, options, rejects, handle, tableReading(request, options, table, rejects, handle))));
        }
    }

    /** One way in which records come out of a file. */
    private interface Reading {
        String format();

        /** Reads the file, and answers how many rows or records it held. */
        long read(CopyIn staged) throws IOException;

        List<String> notes();
    }

    private static LoadReport load(
            LoadRequest request, Options options, Rejects rejects, Handle handle, Reading reading) throws IOException {
        requireCategory(options, handle);
        DirectoryStore store = new DirectoryStore(handle);
        long read;
        try (CopyIn staged = store.stage()) {
            read = reading.read(staged);
            staged.finish();
        }
        long loosened = store.loosenLocations();
        store.removeFaults(fault -> rejects.add(reject(fault)));
        RowLoop.requireWhole(request, rejects, read);
        store.settlePlaces();
        findPositions(store, new GeocoderStore(handle));
        Changes changes = store.compare(request.source());
        request.requireConfirmed(changes);
        if (!changes.isNone()) {
            store.keep(request.source(), reading.format(), request.file().getFileName() + "");
        }
        // Even if the file is the same, our own list of words may not be.
        store.publish(request.source());
        List<String> notes = new ArrayList<>();
        notes.add(reading.format() + ", kept as source '" + request.source() + "'");
        notes.add(changes.isNone() ? "nothing changed: " + changes.summary() : "sites: " + changes.summary());
        notes.addAll(reading.notes());
        if (loosened > 0) {
            notes.add("%d locations name an organization that the file does not have; they are kept without"
                    .formatted(loosened));
        }
        notes.addAll(account(store, request.source(), options));
        return new LoadReport(
                request.file().toString(), read, read - rejects.total(), rejects.counts(), rejects.file(), notes);
    }

    /** Places with an address and no position are looked for in the address reference, which is in the same database. */
    private static void findPositions(DirectoryStore store, GeocoderStore geocoder) {
        geocoder.stage().finish();
        store.requestPositions();
        geocoder.run();
        store.takePositions();
    }

    private static void requireCategory(Options options, Handle handle) {
        List<String> codes = new ProviderStore(handle)
                .listCategories().stream().map(category -> category.code()).toList();
        if (options.category() != null && !codes.contains(options.category())) {
            throw new LoadRefusedException("--category %s: there is no such category; the categories are: %s"
                    .formatted(options.category(), String.join(", ", codes)));
        }
    }

    private static Reject reject(DirectoryStore.Fault fault) {
        String field = fault.file().equals("-") ? fault.field() : fault.file() + ": " + fault.field();
        String advice = switch (fault.code()) {
            case "duplicate_id" -> "another row has the same identifier";
            case "owner_missing" -> "it names nothing that it belongs to, or not all of it";
            default -> "there is no such record, or it was rejected";
        };
        return new Reject(fault.row(), field, reason(fault.code()), advice);
    }

    private static Reason reason(String code) {
        return Reason.valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** What the owner should know of the source as it is kept now. */
    private static List<String> account(DirectoryStore store, String source, Options options) throws IOException {
        List<String> notes = new ArrayList<>();
        store.tally(source).forEach((what, n) -> {
            if (n > 0) {
                notes.add(n + " " + what);
            }
        });
        List<DirectoryStore.Term> terms = store.listUnknownTerms(source);
        if (!terms.isEmpty()) {
            List<String> some = terms.stream()
                    .limit(TERMS_NAMED)
                    .map(term -> term.term() + " " + term.services())
                    .toList();
            notes.add("%d terms are not on our category list; they stay with their services: %s%s"
                    .formatted(
                            terms.size(),
                            String.join("; ", some),
                            terms.size() > TERMS_NAMED ? "; and %d more".formatted(terms.size() - TERMS_NAMED) : ""));
        }
        if (options.termsFile() != null) {
            try (CsvWriter csv = CsvWriter.builder().build(options.termsFile())) {
                csv.writeRecord("term", "services");
                terms.forEach(term -> csv.writeRecord(term.term(), Long.toString(term.services())));
            }
            notes.add("they are listed in " + options.termsFile());
        }
        return notes;
    }

    private Reading tableReading(LoadRequest request, Options options, Table table, Rejects rejects, Handle handle) {
        Columns columns =
                Columns.find(request.file(), table.columns(), SiteColumns.SYNONYMS, Set.of("name"), request.mapping());
        boolean hasColumns = (columns.has("lon") && columns.has("lat")) || (columns.has("x") && columns.has("y"));
        // Addresses can be found on the map later; a list with neither is refused like any other.
        Positions positions = table.hasGeometry() || hasColumns || !columns.has("address")
                ? Positions.of(request.file(), table, columns, request.crs(), territory)
                : null;
        return new TableReading(
                request, table, columns, positions, new ProviderStore(handle).listTerms(), options.category(), rejects);
    }

    /** Rows of a table. */
    private static final class TableReading implements Reading {
        private final RowLoop loop;
        private final Table table;
        private final @Nullable Positions positions;
        private final SiteRows rows;
        private @Nullable CopyIn target;

        TableReading(
                LoadRequest request,
                Table table,
                Columns columns,
                @Nullable Positions positions,
                Map<String, String> codeByTerm,
                @Nullable String category,
                Rejects rejects) {
            this.loop = new RowLoop(request, rejects);
            this.table = table;
            this.positions = positions;
            this.rows = new SiteRows(columns, positions, codeByTerm, category, this::add);
        }

        @Override
        public String format() {
            return "a table of services";
        }

        @Override
        public long read(CopyIn staged) throws IOException {
            target = staged;
            loop.run(table, rows::take);
            if (positions != null) {
                positions.requireSomeInside();
            }
            return loop.read();
        }

        private void add(Origin origin, DirectoryRecord record) {
            DirectoryStore.add(java.util.Objects.requireNonNull(target), origin, record);
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>(loop.notes());
            notes.addAll(rows.notes());
            return notes;
        }
    }

    /** Records of an HSDS file. */
    private record HsdsReading(HsdsFile file, LoadRequest request, Rejects rejects) implements Reading {
        @Override
        public String format() {
            return file.format();
        }

        @Override
        public long read(CopyIn staged) throws IOException {
            file.read(new Sink() {
                @Override
                public void take(Origin origin, DirectoryRecord record) {
                    DirectoryStore.add(staged, origin, record);
                    if (origin.unit() % PROGRESS_EVERY == 0) {
                        request.progress().accept(origin.unit());
                    }
                }

                @Override
                public void reject(Origin origin, Fault fault) {
                    String field = origin.file().isEmpty() ? fault.field() : origin.file() + ": " + fault.field();
                    rejects.add(new Reject(origin.row(), field, reason(fault.code()), fault.advice()));
                }
            });
            return total();
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>();
            notes.add("read: "
                    + String.join(
                            ", ",
                            file.counts().entrySet().stream()
                                    .map(entry -> entry.getKey().code() + " " + entry.getValue())
                                    .toList()));
            notes.addAll(file.notes());
            return notes;
        }

        private long total() {
            return file.counts().values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
