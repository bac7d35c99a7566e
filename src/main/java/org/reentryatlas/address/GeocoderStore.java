package org.reentryatlas.address;

import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.CopyIn;
import org.reentryatlas.db.Sql;

/**
 * The geocoder, inside the database, so that no address leaves it. Works in the transaction of the handle it is given and
 * on temporary tables that end with it; nothing is stored.
 *
 * <p>{@link #stage} opens {@code geocode_request (row_number, address, city, postal_code)}; {@link #run} answers in
 * {@code geocode_answer (row_number, class, method, score, address_key, facility_id, candidates, geom)}, one row per
 * request. {@code class} is the code of an {@link AddressClass}; {@code address_key} is the same for the same place whatever
 * its spelling; {@code geom} is longitude and latitude on WGS 84, null unless one place was found.
 */
public final class GeocoderStore {
    private static final String[] COLUMNS = {"row_number", "address", "city", "postal_code"};

    /** Points of one address closer together than this are one place on any map. */
    private static final double SAME_SPOT_METRES = 5;

    /** Two sources put one address this far apart: at the door, or in the middle of the lot. */
    private static final double SAME_PLACE_METRES = 100;

    /** How far a house stands from the middle of its street, where only the street is known. */
    static final double OFFSET_METRES = 10;

    private static final int FETCH_ROWS = 1_000;

    /** One way to find an address, tried on those that the ways before have not found; the file {@code propose-….sql}. */
    private record Step(String method, double score) {}

    private static final List<Step> STEPS = List.of(
            new Step("point", 1.0),
            new Step("point_extra", 0.95),
            new Step("point_number", 0.9),
            new Step("point_suffix", 0.9),
            new Step("point_direction", 0.85),
            new Step("point_fuzzy", 0.8),
            new Step("facility_name", 0.9),
            new Step("range", 0.75),
            new Step("intersection", 0.7),
            new Step("block", 0.6));

    /** How many rows ended in a class by a method; the method is empty where none led there. */
    public record AnswerCount(AddressClass addressClass, String method, long rows) {}

    /**
     * What became of one row of a file.
     *
     * @param id the file's own identifier of the row
     * @param longitude degrees on WGS 84; null unless one place was found
     * @param referenceId identifier of the point or facility that was found; empty where a place was computed or none found
     */
    public record Answer(
            long rowNumber,
            String id,
            AddressClass addressClass,
            String method,
            @Nullable Double score,
            int candidates,
            @Nullable Double longitude,
            @Nullable Double latitude,
            String referenceId) {}

    private final Handle handle;

    public GeocoderStore(Handle handle) {
        this.handle = handle;
    }

    /** Opens the table of requests; each row needs a number of its own. */
    public CopyIn stage() {
        handle.execute(Sql.of(GeocoderStore.class, "stage-requests"));
        return CopyIn.open(handle, "geocode_request", COLUMNS);
    }

    /** One request, as {@link #stage} takes it; control characters, which no table holds, become blanks. */
    public static void add(
            CopyIn staged, long rowNumber, String address, @Nullable String city, @Nullable String postalCode) {
        staged.row(Long.toString(rowNumber), text(address), text(city), text(postalCode));
    }

    /** Answers every request. */
    public void run() {
        execute("read-requests");
        execute("prepare-answers");
        for (Step step : STEPS) {
            handle.createUpdate(Sql.of(
                            GeocoderStore.class, "propose-" + step.method().replace('_', '-')))
                    .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                    .bind("offsetMetres", OFFSET_METRES)
                    .execute();
            execute("analyze-candidates");
            handle.createUpdate(Sql.of(GeocoderStore.class, "resolve"))
                    .bind("method", step.method())
                    .bind("score", step.score())
                    .bind("sameSpotMetres", SAME_SPOT_METRES)
                    .bind("samePlaceMetres", SAME_PLACE_METRES)
                    .execute();
            execute("forget-candidates");
        }
        execute("answer");
    }

    /** Opens the table of what a file says beside its addresses: {@code row_number, id, truth}. */
    public CopyIn stageTrial() {
        handle.execute(Sql.of(GeocoderStore.class, "stage-trial"));
        return CopyIn.open(handle, "geocode_trial", "row_number", "id", "truth");
    }

    /** The answers by class and method. */
    public List<AnswerCount> count() {
        return handle.createQuery(Sql.of(GeocoderStore.class, "count-answers"))
                .map((rs, context) -> new AnswerCount(
                        AddressClass.of(rs.getString("class")), rs.getString("method"), rs.getLong("rows")))
                .list();
    }

    /** Compares the answers with the points that {@link #stageTrial} names as right. */
    public Trial judge() {
        execute("analyze-trial");
        return handle.createQuery(Sql.of(GeocoderStore.class, "judge"))
                .map((rs, context) -> new Trial(
                        rs.getLong("known"),
                        rs.getLong("matched"),
                        rs.getLong("same_id"),
                        rs.getLong("twin"),
                        rs.getLong("wrong"),
                        rs.getLong("ambiguous"),
                        rs.getLong("not_found")))
                .one();
    }

    /** The answers in the order of the file, for the rows that {@link #stageTrial} took. */
    public void forEachAnswer(Consumer<Answer> action) {
        handle.createQuery(Sql.of(GeocoderStore.class, "list-answers"))
                .setFetchSize(FETCH_ROWS)
                .map((rs, context) -> new Answer(
                        rs.getLong("row_number"),
                        rs.getString("id"),
                        AddressClass.of(rs.getString("class")),
                        rs.getString("method"),
                        rs.getObject("score", Double.class),
                        rs.getInt("candidates"),
                        rs.getObject("lon", Double.class),
                        rs.getObject("lat", Double.class),
                        rs.getString("reference_id")))
                .forEach(action);
    }

    private void execute(String statement) {
        handle.execute(Sql.of(GeocoderStore.class, statement));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace('\0', ' ');
    }
}
