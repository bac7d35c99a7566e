package org.reentryatlas.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.table.Archive;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.table.Table;
import org.reentryatlas.table.TableException;
import org.reentryatlas.transit.FeedStore;
import org.reentryatlas.transit.GtfsFile;

/** Loads a feed of public transport in GTFS: stops, trips with their times, and the days on which they run. */
public final class TransitLoad {
    private static final String ENDING = ".zip";
    private static final long PROGRESS_EVERY = 10_000;
    private static final String INFO = "feed_info.txt";
    private static final String AGENCIES = "agency.txt";

    private final Database database;

    public TransitLoad(Database database) {
        this.database = database;
    }

    /** Loads the file, or leaves the database as it is and throws {@link LoadRefusedException}. */
    public LoadReport run(LoadRequest request) throws IOException {
        Path file = request.file();
        if (!Files.isRegularFile(file)) {
            throw new TableException(file + ": there is no such file");
        }
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new LoadRefusedException(file + ": a feed in GTFS is a zip file");
        }
        if (!request.mapping().isEmpty()
                || request.crs() != null
                || request.reading().layer() != null) {
            throw new LoadRefusedException(
                    file
                            + ": GTFS says what columns are called and where coordinates are: leave out --map, --crs and --layer");
        }
        String sha256 = Fingerprint.of(file, null);
        try (Rejects rejects = new Rejects(request.rejectsFile())) {
            return new Archive(file).unpacked(folder -> {
                try {
                    Map<GtfsFile, Table> tables = open(request, folder);
                    return database.inTransaction(handle -> LoadEntry.of(
                            handle,
                            "transit",
                            request.source(),
                            load(handle, request, folder, tables, sha256, rejects)));
                } catch (TableException e) {
                    // The user knows the zip file, not where it was unpacked.
                    throw new TableException(
                            String.valueOf(e.getMessage()).replace(folder.toString(), file.toString()));
                }
            });
        }
    }

    /** The tables that the feed has. */
    private static Map<GtfsFile, Table> open(LoadRequest request, Path folder) throws IOException {
        Map<GtfsFile, Table> tables = new EnumMap<>(GtfsFile.class);
        List<String> missing = new ArrayList<>();
        for (GtfsFile file : GtfsFile.values()) {
            Path path = folder.resolve(file.fileName());
            // A feed may have a file that it does not need with not even a header in it.
            if (Files.isRegularFile(path) && (file.isRequired() || Files.size(path) > 0)) {
                Table table = Table.open(path, request.reading());
                requireColumns(request, file, table);
                tables.put(file, table);
            } else if (file.isRequired()) {
                missing.add(file.fileName());
            }
        }
        if (!Files.isRegularFile(folder.resolve(AGENCIES))) {
            missing.add(AGENCIES);
        }
        if (!tables.containsKey(GtfsFile.CALENDAR) && !tables.containsKey(GtfsFile.CALENDAR_DATES)) {
            missing.add("calendar.txt or calendar_dates.txt");
        }
        if (!missing.isEmpty()) {
            throw new LoadRefusedException("%s: it is no feed in GTFS: there is no %s in it"
                    .formatted(request.file(), String.join(", no ", missing)));
        }
        return tables;
    }

    private static void requireColumns(LoadRequest request, GtfsFile file, Table table) {
        file.columns().stream()
                .filter(column -> column.isNeeded() && !table.columns().contains(column.name()))
                .findFirst()
                .ifPresent(column -> {
                    throw new LoadRefusedException("%s: %s has no column '%s'; it has: %s"
                            .formatted(
                                    request.file(),
                                    file.fileName(),
                                    column.name(),
                                    String.join(", ", table.columns())));
                });
    }

    private static LoadReport load(
            Handle handle,
            LoadRequest request,
            Path folder,
            Map<GtfsFile, Table> tables,
            String sha256,
            Rejects rejects)
            throws IOException {
        FeedStore store = new FeedStore(handle);
        store.stage();
        long read = 0;
        for (Map.Entry<GtfsFile, Table> table : tables.entrySet()) {
            read += read(store, request, table.getKey(), table.getValue(), rejects);
        }
        // What names a row that could not be read would be a fault of that row only.
        RowLoop.requireWhole(request, rejects, read);
        store.findFaults(fault -> rejects.add(new Reject(
                fault.row(), fault.file() + " " + fault.field(), Reason.valueOf(fault.reason()), fault.advice())));
        RowLoop.requireWhole(request, rejects, read);
        store.settle();
        FeedStore.Account account = store.account();
        if (account.lastDay() == null || account.trips() == 0) {
            throw new LoadRefusedException(request.file() + ": nothing runs on any day of its calendar");
        }
        Changes changes = store.compare(request.source());
        request.requireConfirmed(changes);
        List<String> notes = new ArrayList<>();
        if (changes.isNone()) {
            notes.add("'%s' is kept already as it is here: nothing changed".formatted(request.source()));
        } else {
            store.keep(request.source(), sha256, version(folder), publishers(folder));
            notes.add("'%s': %s".formatted(request.source(), changes.summary()));
        }
        notes.addAll(TransitNotes.of(account, LocalDate.now(ZoneOffset.UTC)));
        return new LoadReport(request.file().toString(), read, read, rejects.counts(), rejects.file(), notes);
    }

    private static String version(Path folder) throws IOException {
        return String.join("; ", values(folder.resolve(INFO), "feed_version"));
    }

    /** Who publishes the feed, and otherwise the agencies whose vehicles run. */
    private static List<String> publishers(Path folder) throws IOException {
        List<String> stated = values(folder.resolve(INFO), "feed_publisher_name");
        return stated.isEmpty() ? values(folder.resolve(AGENCIES), "agency_name") : stated;
    }

    /** What stands in a column of a small file, each text once; nothing where there is no such file. */
    private static List<String> values(Path file, String column) throws IOException {
        List<String> values = new ArrayList<>();
        if (Files.isRegularFile(file) && Files.size(file) > 0) {
            Table.open(file, ReadOptions.FOUND).forEach(row -> {
                String value = row.value(column);
                if (!value.isEmpty() && !values.contains(value)) {
                    values.add(value);
                }
            });
        }
        return values;
    }

    private static long read(FeedStore store, LoadRequest request, GtfsFile file, Table table, Rejects rejects)
            throws IOException {
        long[] rows = {0};
        try (CopyIn staged = store.open(file)) {
            table.forEach(row -> {
                rows[0]++;
                try {
                    staged.row(GtfsRow.read(file, row));
                } catch (RowRejected e) {
                    rejects.add(e.reject());
                }
                if (rows[0] % PROGRESS_EVERY == 0) {
                    request.progress().accept(rows[0]);
                }
            });
            staged.finish();
        }
        return rows[0];
    }
}
