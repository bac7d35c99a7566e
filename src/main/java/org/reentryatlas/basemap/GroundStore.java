package org.reentryatlas.basemap;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;

/** Reads the ground as the serving role. */
public final class GroundStore {
    /** A cursor's worth of rows, so that a city's streets never lie in memory twice. */
    private static final int ROWS_AT_ONCE = 2_000;

    /** Another program may paint the same otherwise, and browsers keep tiles for good; none where it is not packaged. */
    private static final String PROGRAM =
            " by " + GroundStore.class.getPackage().getImplementationVersion();

    private final Database database;

    public GroundStore(Database database) {
        this.database = database;
    }

    /** A text that is another one after every load of what is painted. */
    public String version() {
        return database.read(handle -> handle.createQuery(Sql.of(GroundStore.class, "ground-version"))
                .mapTo(String.class)
                .one());
    }

    /** All of it. What a load changes meanwhile belongs to another version, with which it is read again. */
    public Ground read(String version) {
        return database.inTransaction(handle -> new Ground(
                UUID.nameUUIDFromBytes((version + PROGRAM).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                readPlaces(handle, GroundKind.WATER),
                readPlaces(handle, GroundKind.PARK),
                readStreets(handle),
                readOutlines(handle),
                query(handle, "list-credits").mapTo(String.class).list()));
    }

    private static List<Ground.Place> readPlaces(Handle handle, GroundKind kind) {
        List<Ground.Place> places = new ArrayList<>();
        query(handle, "list-ground")
                .bind("kind", kind.code())
                .map((rs, context) -> {
                    String name = rs.getString("name");
                    return shape(rs).map(shape -> new Ground.Place(name, shape));
                })
                .forEach(place -> place.ifPresent(places::add));
        return places;
    }

    private static List<Ground.Street> readStreets(Handle handle) {
        List<Ground.Street> streets = new ArrayList<>();
        query(handle, "list-streets")
                .map((rs, context) -> {
                    String name = rs.getString("name");
                    StreetClass kind = StreetClass.of(rs.getString("class"));
                    return shape(rs).map(shape -> new Ground.Street(name, kind, shape));
                })
                .forEach(street -> street.ifPresent(streets::add));
        return streets;
    }

    private static List<Shape> readOutlines(Handle handle) {
        List<Shape> outlines = new ArrayList<>();
        query(handle, "list-outlines")
                .map((rs, context) -> shape(rs))
                .forEach(outline -> outline.ifPresent(outlines::add));
        return outlines;
    }

    private static Query query(Handle handle, String name) {
        return handle.createQuery(Sql.of(GroundStore.class, name)).setFetchSize(ROWS_AT_ONCE);
    }

    /** In Web Mercator; what lies at a pole has no place there. */
    private static Optional<Shape> shape(ResultSet rs) throws SQLException {
        Optional<Shape> shape = Shape.ofWkb(rs.getBytes("wkb"));
        try {
            return shape.map(found -> found.transform(Crs.WGS84, MapFrame.MERCATOR));
        } catch (CrsException e) {
            return Optional.empty();
        }
    }
}
