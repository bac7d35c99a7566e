package org.reentryatlas.transit;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * Feeds in schema {@code transit}. A feed is an edition of its source and waits in staging tables. Each method runs in the
 * transaction of the handle it is given, in the order: {@link #stage}, {@link #open} for each file, {@link #findFaults}, {@link
 * #settle}, {@link #compare}, {@link #keep}. What is kept is listed and removed on a handle of its own.
 */
public final class FeedStore {
    private final Handle handle;

    public FeedStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * A row that cannot be kept.
     *
     * @param reason code of why, in capitals
     */
    public record Fault(String file, long row, String field, String reason, String advice) {}

    /**
     * What is kept of a feed, and what its owner should know.
     *
     * @param firstDay the first day on which anything runs; null where nothing does
     * @param tripsOver how many run on no day from today on
     * @param otherPlaces stations, entrances and the like, at which no vehicle calls
     * @param untimed calls whose time was found between those around them
     * @param onDemand calls somewhere in an area, where a vehicle comes when somebody asks for it
     * @param changesLeftOut rules for single routes or trips, and seats that one keeps
     * @param farStops stops further than 10 km from all beats
     */
    public record Account(
            long stops,
            long trips,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            long tripsOver,
            long tripsWithoutStops,
            long otherPlaces,
            long untimed,
            long onDemand,
            long changesLeftOut,
            long farStops) {}

    /** Makes the tables that rows wait in; they are gone when the transaction ends. */
    public void stage() {
        handle.createScript(Sql.of(FeedStore.class, "stage-feed")).execute();
    }

    /** The way into the table of a file: the number of a row, then its columns. */
    public CopyIn open(GtfsFile file) {
        return CopyIn.open(handle, file.table(), file.stagedColumns());
    }

    /** Rows that name what is not there, that are there twice, or that go back in time. */
    public void findFaults(Consumer<Fault> found) {
        handle.createQuery(Sql.of(FeedStore.class, "find-faults"))
                .map((rs, context) -> new Fault(
                        rs.getString("file"),
                        rs.getLong("row_number"),
                        rs.getString("field"),
                        rs.getString("reason"),
                        rs.getString("advice")))
                .forEach(found);
    }

    /** Makes of the rows what is kept of them. */
    public void settle() {
        handle.createScript(Sql.of(FeedStore.class, "settle-feed")).execute();
    }

    public Account account() {
        return handle.createQuery(Sql.of(FeedStore.class, "account"))
                .map((rs, context) -> new Account(
                        rs.getLong("stops"),
                        rs.getLong("trips"),
                        rs.getObject("first_day", LocalDate.class),
                        rs.getObject("last_day", LocalDate.class),
                        rs.getLong("trips_over"),
                        rs.getLong("trips_without_stops"),
                        rs.getLong("other_places"),
                        rs.getLong("untimed"),
                        rs.getLong("on_demand"),
                        rs.getLong("changes_left_out"),
                        rs.getLong("far_stops")))
                .one();
    }

    /**
     * A feed that is kept.
     *
     * @param version as the feed states it, or empty
     * @param publisher who is named for it
     * @param changes rules of changing
     */
    public record Kept(String source, String version, String publisher, long stops, long trips, long changes) {}

    /** Every feed that is kept, by source. */
    public List<Kept> list() {
        return handle.createQuery(Sql.of(FeedStore.class, "list-feeds"))
                .map((rs, context) -> new Kept(
                        rs.getString("source"),
                        rs.getString("version"),
                        rs.getString("publisher"),
                        rs.getLong("stops"),
                        rs.getLong("trips"),
                        rs.getLong("changes")))
                .list();
    }

    /** What keeping the edition would change. */
    public Changes compare(String source) {
        return handle.createQuery(Sql.of(FeedStore.class, "compare-feed"))
                .bind("source", source)
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /**
     * Keeps the edition in place of what is kept of the source.
     *
     * @param sha256 of the zip file, 64 lower-case hexadecimal digits
     * @param version as the feed states it, or empty
     * @param publisher who is to be named
     */
    public void keep(String source, String sha256, String version, List<String> publisher) {
        remove(source);
        handle.createUpdate(Sql.of(FeedStore.class, "insert-feed"))
                .bind("source", source)
                .bind("sha256", sha256)
                .bind("version", version)
                .bind("publisher", String.join("; ", publisher))
                .execute();
    }

    /** Takes away all that is kept of a source. */
    public void remove(String source) {
        handle.createUpdate(Sql.of(FeedStore.class, "delete-feed"))
                .bind("source", source)
                .execute();
    }
}
