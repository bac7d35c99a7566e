package org.reentryatlas.outreach;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.http.Json;

/** Streets and beats in the open reference, read as the serving role. */
final class GroundStore {
    private final Database database;

    GroundStore(Database database) {
        this.database = database;
    }

    /**
     * A street that a text can mean, and the numbers it names there.
     *
     * @param streetId null where no street has the name
     * @param from null where the text has no number
     */
    record Said(
            @Nullable Long streetId,
            @Nullable String street,
            @Nullable Integer from,
            @Nullable Integer to) {}

    /** The least and the greatest house number of a street. */
    record NumberRange(int low, int high) {}

    /** The streets that a text can mean; one without a street where none has its name. */
    List<Said> streets(String text) {
        return database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "find-streets"))
                .bind("text", text)
                .map((rs, context) -> new Said(
                        rs.getObject("street_id", Long.class),
                        rs.getString("street"),
                        rs.getObject("number_from", Integer.class),
                        rs.getObject("number_to", Integer.class)))
                .list());
    }

    /** Streets whose names look like that in a text, the likest first. */
    List<String> streetsLike(String text) {
        return database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "find-like-streets"))
                .bind("text", text)
                .map((rs, context) -> rs.getString("street"))
                .list());
    }

    /** Empty for a street without house numbers. */
    Optional<NumberRange> numbers(long streetId) {
        return database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "find-range"))
                .bind("streetId", streetId)
                .map((rs, context) -> range(rs))
                .one());
    }

    private static Optional<NumberRange> range(ResultSet row) throws SQLException {
        Integer low = row.getObject("low", Integer.class);
        Integer high = row.getObject("high", Integer.class);
        return low == null || high == null ? Optional.empty() : Optional.of(new NumberRange(low, high));
    }

    /** The blocks of a street from one number to another, with the beats that they lie in on a day; empty if there are none. */
    Optional<Findings.Blocks> blocks(long streetId, String street, int from, int to, LocalDate day) {
        return database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "find-blocks"))
                .bind("streetId", streetId)
                .bind("from", from)
                .bind("to", to)
                .map((rs, context) -> new Findings.Blocks(
                        street,
                        from,
                        to,
                        rs.getDouble("metres"),
                        areas(handle, rs.getBytes("wkb"), day),
                        Json.read(rs.getString("geojson"))))
                .findOne());
    }

    /** The keys of the beats that a place lies in on a day: of one, or on a line of several. */
    List<String> areas(LonLat place, LocalDate day) {
        byte[] wkb = HexFormat.of().parseHex(Shape.ofPoint(place).wkbHex(Crs.WGS84));
        return database.read(handle -> areas(handle, wkb, day));
    }

    private static List<String> areas(Handle handle, byte[] wkb, LocalDate day) {
        return handle.createQuery(Sql.of(GroundStore.class, "find-areas"))
                .bind("wkb", wkb)
                .bind("day", day)
                .mapTo(String.class)
                .list();
    }

    /** Which of some keys are those of beats on a day. */
    Set<String> known(List<String> keys, LocalDate day) {
        return Set.copyOf(database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "find-known-areas"))
                .bindArray("keys", String.class, keys)
                .bind("day", day)
                .mapTo(String.class)
                .list()));
    }

    boolean isStreetNear(LonLat place, int metres) {
        return database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "is-street-near"))
                .bind("lon", place.longitude())
                .bind("lat", place.latitude())
                .bind("metres", metres)
                .mapTo(Boolean.class)
                .one());
    }

    /** Metres from a place to the nearest of some blocks; empty for none. */
    OptionalDouble metres(LonLat place, List<Findings.Blocks> blocks) {
        if (blocks.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "measure-way"))
                .bind("lon", place.longitude())
                .bind("lat", place.latitude())
                .bindArray(
                        "blocks",
                        String.class,
                        blocks.stream().map(each -> each.geometry().toString()).toList())
                .mapTo(Double.class)
                .one()));
    }
}
