package org.reentryatlas.address;

import java.util.List;
import org.jdbi.v3.core.Handle;
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

    /** Points of one address closer together than this are one place. */
    private static final double SAME_SPOT_METRES = 30;

    /** One way to find an address, tried on those that the ways before have not found; the file {@code propose-….sql}. */
    private record Step(String method, double score) {}

    private static final List<Step> STEPS = List.of(new Step("point", 1.0));

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
            execute("propose-" + step.method().replace('_', '-'));
            handle.createUpdate(Sql.of(GeocoderStore.class, "resolve"))
                    .bind("method", step.method())
                    .bind("score", step.score())
                    .bind("sameSpotMetres", SAME_SPOT_METRES)
                    .execute();
            execute("forget-candidates");
        }
        execute("answer");
    }

    private void execute(String statement) {
        handle.execute(Sql.of(GeocoderStore.class, statement));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.replace('\0', ' ');
    }
}
