package org.reentryatlas.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.AddressClass;
import org.reentryatlas.address.GeocoderStore;
import org.reentryatlas.address.GeocoderStore.AnswerCount;
import org.reentryatlas.address.HitRate;
import org.reentryatlas.address.Trial;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Database;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/** Geocodes a file of public addresses against the reference. Nothing is stored: all its tables end with the
 * transaction. */
public final class GeocodeRun {
    private static final Map<String, List<String>> SYNONYMS = synonyms();

    /**
     * What to geocode.
     *
     * @param mapping column by field: address, city, zip, id, truth
     * @param out where each row's answer goes as CSV, or null
     * @param progress is told the number of rows read so far, now and then
     */
    public record Request(
            Path file,
            ReadOptions reading,
            Map<String, String> mapping,
            @Nullable Path out,
            LongConsumer progress) {}

    /**
     * What came of it.
     *
     * @param seconds of the geocoding alone, without reading the file
     * @param trial how the answers compare with known points, where the file names them
     */
    public record Report(long rows, long unreadable, List<AnswerCount> counts, double seconds, Optional<Trial> trial) {
        /** The rate of addresses that became a place. */
        public HitRate hitRate() {
            Map<AddressClass, Long> byClass = new EnumMap<>(AddressClass.class);
            counts.forEach(count -> byClass.merge(count.addressClass(), count.rows(), Long::sum));
            return HitRate.of(byClass);
        }
    }

    private final Database database;

    public GeocodeRun(Database database) {
        this.database = database;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> synonyms = new HashMap<>();
        synonyms.put("address", List.of("full_address", "street_address", "address_raw"));
        synonyms.put("city", List.of());
        synonyms.put("zip", List.of("postal_code", "zipcode", "zip_code", "postcode"));
        synonyms.put("id", List.of());
        synonyms.put("truth", List.of());
        return synonyms;
    }

    /**
     * Geocodes the file.
     *
     * @throws LoadRefusedException if it has no column of addresses
     */
    public Report run(Request request) throws IOException {
        Table table = Table.open(request.file(), request.reading());
        Columns columns = Columns.find(request.file(), table.columns(), SYNONYMS, Set.of("address"), request.mapping());
        return database.inTransaction(handle -> run(handle, request, table, columns));
    }

    private static Report run(Handle handle, Request request, Table table, Columns columns) throws IOException {
        GeocoderStore geocoder = new GeocoderStore(handle);
        Counter counter = new Counter(request.progress());
        try (CopyIn staged = geocoder.stage()) {
            table.forEach(row -> {
                if (counter.isReadable(row)) {
                    GeocoderStore.add(
                            staged,
                            row.number(),
                            row.value(columns.of("address")),
                            row.value(columns.of("city")),
                            row.value(columns.of("zip")));
                }
            });
            staged.finish();
        }
        // A connection copies into one table at a time, so the rest of the row is read in a second pass.
        try (CopyIn staged = geocoder.stageTrial()) {
            table.forEach(row -> {
                if (row.fault() == null) {
                    staged.row(
                            Long.toString(row.number()), row.value(columns.of("id")), row.value(columns.of("truth")));
                }
            });
            staged.finish();
        }
        long start = System.nanoTime();
        geocoder.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (request.out() != null) {
            write(geocoder, request.out());
        }
        return new Report(
                counter.rows,
                counter.unreadable,
                geocoder.count(),
                seconds,
                columns.has("truth") ? Optional.of(geocoder.judge()) : Optional.empty());
    }

    private static void write(GeocoderStore geocoder, Path out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("row", "id", "class", "method", "score", "candidates", "lon", "lat", "reference_id");
            geocoder.forEachAnswer(answer -> csv.writeRecord(
                    Long.toString(answer.rowNumber()),
                    answer.id(),
                    answer.addressClass().code(),
                    answer.method(),
                    Objects.toString(answer.score(), ""),
                    Integer.toString(answer.candidates()),
                    Objects.toString(answer.longitude(), ""),
                    Objects.toString(answer.latitude(), ""),
                    answer.referenceId()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Counts rows and tells of them now and then. */
    private static final class Counter {
        private static final long PROGRESS_EVERY = 1_000;
        private final LongConsumer progress;
        private long rows;
        private long unreadable;

        Counter(LongConsumer progress) {
            this.progress = progress;
        }

        boolean isReadable(Row row) {
            rows++;
            if (rows % PROGRESS_EVERY == 0) {
                progress.accept(rows);
            }
            if (row.fault() != null) {
                unreadable++;
                return false;
            }
            return true;
        }
    }
}
