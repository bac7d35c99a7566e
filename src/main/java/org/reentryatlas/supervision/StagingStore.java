package org.reentryatlas.supervision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.GeocoderStore;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.LonLat;

/**
 * The staging table of a caseload, in which rows wait until all of them are read and each person has one residence of
 * one class. It is gone when the transaction of the handle ends.
 */
public final class StagingStore {
    private static final String[] COLUMNS = {
        "row_number",
        "record_id",
        "stated",
        "is_placed",
        "address",
        "city",
        "postal_code",
        "lon",
        "lat",
        "stated_area",
        "is_current",
        "residence_from",
        "needs",
        "start_date",
        "end_date",
        "verified_on"
    };

    /**
     * A row that is not the residence of its person.
     *
     * @param kept number of the row that is
     * @param difference what told the two apart
     */
    public record SetAside(long rowNumber, long kept, Difference difference) {}

    /** What tells a person's residence from another row of the same person. */
    public enum Difference {
        NOT_CURRENT,
        STARTED_LATER,
        VERIFIED_LATER,
        NOTHING
    }

    private final Handle handle;

    public StagingStore(Handle handle) {
        this.handle = handle;
    }

    /** Opens the table. */
    public CopyIn open() {
        handle.execute(Sql.of(StagingStore.class, "widen-memory"));
        handle.execute(Sql.of(StagingStore.class, "stage-records"));
        return CopyIn.open(handle, "incoming_record", COLUMNS);
    }

    /** One row, as {@link #open} takes it. */
    public static void add(CopyIn staged, long rowNumber, CaseloadRecord person) {
        LonLat place = person.place();
        staged.row(
                Long.toString(rowNumber),
                person.recordId(),
                person.stated().code(),
                Boolean.toString(person.stated().isPlaced()),
                person.address(),
                person.city(),
                person.postalCode(),
                place == null ? "" : Double.toString(place.longitude()),
                place == null ? "" : Double.toString(place.latitude()),
                person.statedArea(),
                Boolean.toString(person.isCurrent()),
                text(person.residenceFrom()),
                "{" + String.join(",", person.needs()) + "}",
                text(person.startDate()),
                text(person.endDate()),
                text(person.verifiedOn()));
    }

    /** Leaves one row of each person and names the others. */
    public void chooseCurrent(Consumer<SetAside> action) {
        handle.createQuery(Sql.of(StagingStore.class, "choose-current"))
                .map((rs, context) -> new SetAside(
                        rs.getLong("row_number"),
                        rs.getLong("kept"),
                        Difference.valueOf(rs.getString("difference").toUpperCase(Locale.ROOT))))
                .forEach(action);
        handle.execute(Sql.of(StagingStore.class, "blank-former"));
    }

    /**
     * Takes out the rows whose coordinates lie further away from the area set than the margin, and names their numbers.
     *
     * @param srid EPSG number of the working system, in which the margin is measured
     */
    public void removeOutside(long areaSetId, int srid, double marginMetres, LongConsumer rowNumber) {
        handle.createQuery(Sql.of(StagingStore.class, "remove-outside"))
                .bind("areaSetId", areaSetId)
                .bind("srid", srid)
                .bind("marginMetres", marginMetres)
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /** Gives every row its class, and a position to those whose address the geocoder finds. */
    public void classify() {
        GeocoderStore geocoder = new GeocoderStore(handle);
        try (CopyIn requests = geocoder.stage()) {
            requests.finish();
        }
        handle.createScript(Sql.of(StagingStore.class, "index-records")).execute();
        handle.execute(Sql.of(StagingStore.class, "request-geocoding"));
        geocoder.run();
        handle.execute(Sql.of(StagingStore.class, "classify"));
    }

    /** People by class and method, such as {@code matched (given)}. */
    public Map<String, Long> countClasses() {
        return count(handle.createQuery(Sql.of(StagingStore.class, "count-classes")));
    }

    /** People with a place on the map by how long before the reference date it was verified. */
    public Map<String, Long> countAges(LocalDate referenceDate) {
        return count(
                handle.createQuery(Sql.of(StagingStore.class, "count-ages")).bind("referenceDate", referenceDate));
    }

    private static Map<String, Long> count(Query query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        query.map((rs, context) -> Map.entry(rs.getString("name"), rs.getLong("people")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
