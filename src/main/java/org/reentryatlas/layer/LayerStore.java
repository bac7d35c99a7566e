package org.reentryatlas.layer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;

/** Published numbers and open reference data, read as the serving role. */
public final class LayerStore {
    private final Database database;

    public LayerStore(Database database) {
        this.database = database;
    }

    /** A text that is another one after every publication and every load of what is served. */
    String version() {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "data-version"))
                .mapTo(String.class)
                .one());
    }

    /** Every release, newest reference date first. */
    List<PublishedRelease> listReleases() {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-releases"))
                .map((rs, context) -> new PublishedRelease(
                        rs.getString("id"),
                        rs.getObject("reference_date", LocalDate.class),
                        rs.getObject("published_at", OffsetDateTime.class).toInstant(),
                        rs.getLong("area_set_id"),
                        rs.getInt("k"),
                        rs.getInt("rounding_base"),
                        rs.getString("below_gate"),
                        rs.getObject("new_since", LocalDate.class)))
                .list());
    }

    List<Measure> listMeasures() {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-measures"))
                .map((rs, context) -> new Measure(
                        rs.getString("code"),
                        rs.getString("title"),
                        rs.getString("description"),
                        rs.getObject("band_width", Integer.class)))
                .list());
    }

    List<NotMapped> listNotMapped(String releaseId) {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-not-mapped"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> new NotMapped(
                        rs.getString("outcome"), rs.getString("status"), rs.getObject("value", Integer.class)))
                .list());
    }

    List<ServiceCategory> listCategories() {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-categories"))
                .map((rs, context) ->
                        new ServiceCategory(rs.getString("code"), rs.getString("name"), rs.getString("description")))
                .list());
    }

    /** The levels that a release has numbers for. */
    List<String> listLevels(String releaseId) {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-levels"))
                .bind("releaseId", releaseId)
                .mapTo(String.class)
                .list());
    }

    /** The box of the areas of a release, or of the service sites when nothing is released. */
    Bbox extent(Optional<PublishedRelease> release) {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "extent"))
                .bind("areaSetId", release.map(PublishedRelease::areaSetId).orElse(null))
                .map((rs, context) -> {
                    double west = rs.getDouble("west");
                    return rs.wasNull()
                            ? Bbox.EARTH
                            : new Bbox(west, rs.getDouble("south"), rs.getDouble("east"), rs.getDouble("north"));
                })
                .one());
    }

    /** A page of the areas of a level with their published numbers. */
    Features areas(PublishedRelease release, String level, Page page) {
        return areas(release, level, "", page);
    }

    /** One area by its key, as a page of one. */
    Features area(PublishedRelease release, String level, String key, ServedCrs crs) {
        return areas(release, level, key, Page.ofOne(crs));
    }

    /** A page of service sites, of one category when it is not empty. */
    Features sites(String category, Page page) {
        return sites(category, "", page);
    }

    /** One site by its identifier, as a page of one. */
    Features site(String id, ServedCrs crs) {
        return sites("", id, Page.ofOne(crs));
    }

    private Features sites(String category, String id, Page page) {
        return database.read(handle -> collect(bind(
                handle.createQuery(Sql.of(LayerStore.class, "find-sites"))
                        .bind("category", category)
                        .bind("id", id),
                page)));
    }

    private Features areas(PublishedRelease release, String level, String key, Page page) {
        return database.read(handle -> new AreaStore(handle, release)
                .read(
                        bind(
                                handle.createQuery(Sql.of(LayerStore.class, "find-areas"))
                                        .bind("releaseId", release.id())
                                        .bind("level", level)
                                        .bind("key", key),
                                page),
                        level));
    }

    private static Query bind(Query query, Page page) {
        ServedCrs crs = page.crs();
        return query.bind("region", page.region().wkbHex())
                .bind("srid", crs.crs().epsg())
                .bind("northFirst", crs.isNorthFirst())
                .bind("digits", crs.digits())
                .bind("limit", page.limit())
                .bind("offset", page.offset());
    }

    private static Features collect(Query query) {
        List<String> features = new ArrayList<>();
        long matched = 0;
        for (Row row : query.map((rs, context) -> new Row(rs.getLong("matched"), rs.getString("feature")))
                .list()) {
            matched = row.matched();
            if (row.feature() != null) {
                features.add(row.feature());
            }
        }
        return new Features(matched, features);
    }

    private record Row(long matched, @Nullable String feature) {}
}
