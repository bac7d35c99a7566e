package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * Keeps service requests in schema {@code upkeep}. A file is an edition of its source and waits in a staging table, which alone has
 * positions. Each method runs in the transaction of the handle it is given, in the order: {@link #stage}, {@link
 * #removeDuplicates}, {@link #removeOutside}, {@link #place}, {@link #compare}, {@link #merge}.
 */
public final class IncomingRequestStore {
    /** A request further than this from every street is on no block: in a park, or where streets are not loaded. */
    public static final int BLOCK_METRES = 60;

    /** Nearer to the line than this, nobody can say on which side of it. */
    private static final double MIDDLE_METRES = 1;

    private final Handle handle;
    private final String source;

    /**
     * For one edition.
     *
     * @param source name of the data set
     */
    public IncomingRequestStore(Handle handle, String source) {
        this.handle = handle;
        this.source = source;
    }

    /**
     * What the owner of an edition should know of it, in requests.
     *
     * @param withoutBlock those with no street nearby
     * @param withoutArea those in none of the areas that are loaded
     * @param elsewhere those whose identifier is kept of another source too
     */
    public record Account(long withoutBlock, long repeats, long withoutArea, long elsewhere) {}

    /** Opens the table that rows wait in; it is gone when the transaction ends. */
    public CopyIn stage() {
        execute("stage-requests");
        return CopyIn.open(
                handle,
                "incoming",
                "row_number",
                "source_id",
                "kind",
                "term",
                "opened",
                "closed",
                "status",
                "repeats",
                "lon",
                "lat");
    }

    /** Takes out of the staging table all but the first row of each identifier, and names their row numbers. */
    public void removeDuplicates(LongConsumer rowNumber) {
        handle.createQuery(Sql.of(IncomingRequestStore.class, "remove-duplicates"))
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /**
     * Takes out of the staging table what lies further from the city than a margin, and names the row numbers; nothing where no
     * police areas are loaded.
     *
     * @param srid code of the working system, in metres
     */
    public void removeOutside(int srid, double marginMetres, LongConsumer rowNumber) {
        handle.createQuery(Sql.of(IncomingRequestStore.class, "remove-outside"))
                .bind("srid", srid)
                .bind("marginMetres", marginMetres)
                .mapTo(Long.class)
                .forEach(rowNumber::accept);
    }

    /** The day of the first request of the edition; empty where it has none. */
    public Optional<LocalDate> firstDay() {
        return handle.createQuery(Sql.of(IncomingRequestStore.class, "find-first-day"))
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** Finds the block and the areas of each request. */
    public void place() {
        handle.createScript(Sql.of(IncomingRequestStore.class, "index-places")).execute();
        handle.createUpdate(Sql.of(IncomingRequestStore.class, "place-requests"))
                .bind("metres", BLOCK_METRES)
                .bind("middleMetres", MIDDLE_METRES)
                .execute();
    }

    /** How many requests of the edition are of each kind, by its code, the most frequent first. */
    public Map<String, Long> countKinds() {
        return count("count-kinds", "kind");
    }

    /** The services of the edition of which nobody has said yet what they mean, with their requests, the most frequent first. */
    public Map<String, Long> listUnknownTerms() {
        return count("list-unknown-terms", "term");
    }

    public Account account() {
        return handle.createQuery(Sql.of(IncomingRequestStore.class, "account"))
                .bind("source", source)
                .map((rs, context) -> new Account(
                        rs.getLong("without_block"),
                        rs.getLong("repeats"),
                        rs.getLong("without_area"),
                        rs.getLong("elsewhere")))
                .one();
    }

    /**
     * What keeping the staged rows would change.
     *
     * @param keepUntil what was opened up to this day stays though the edition does not have it; null where nothing does
     */
    public Changes compare(@Nullable LocalDate keepUntil) {
        return handle.createQuery(Sql.of(IncomingRequestStore.class, "compare-requests"))
                .bind("source", source)
                .bind("keepUntil", keepUntil)
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /** Keeps the staged rows in place of what is kept of the source. */
    public void merge(@Nullable LocalDate keepUntil) {
        for (String step : new String[] {"note-source", "delete-requests", "insert-requests"}) {
            handle.createUpdate(Sql.of(IncomingRequestStore.class, step))
                    .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                    .bind("source", source)
                    .bind("keepUntil", keepUntil)
                    .execute();
        }
    }

    private Map<String, Long> count(String statement, String column) {
        Map<String, Long> counts = new LinkedHashMap<>();
        handle.createQuery(Sql.of(IncomingRequestStore.class, statement))
                .map((rs, context) -> Map.entry(rs.getString(column), rs.getLong("requests")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private void execute(String statement) {
        handle.execute(Sql.of(IncomingRequestStore.class, statement));
    }
}
