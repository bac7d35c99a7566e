package org.reentryatlas.layer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.Box;

/** Published numbers and open reference data, read as the serving role. */
public final class LayerStore {
    /** A cursor's worth of rows, so that a large layer never lies in memory twice. */
    static final int ROWS_AT_ONCE = 2_000;

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
                .bind("releaseId", (String) null)
                .map(LayerStore::release)
                .list());
    }

    /** The areas of the police in their newest boundaries. */
    Beats findBeats() {
        return Beats.of(database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-beats"))
                .map((rs, context) -> new Beats.Beat(
                        rs.getString("level"),
                        rs.getString("key"),
                        new Box(
                                rs.getDouble("west"),
                                rs.getDouble("south"),
                                rs.getDouble("east"),
                                rs.getDouble("north"))))
                .list()));
    }

    List<Measure> listMeasures() {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "list-measures"))
                .map(LayerStore::measure)
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

    /** When the service directory was last loaded. */
    Optional<Instant> findDirectoryLoad() {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "find-directory-load"))
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** The levels that a release has numbers for. */
    List<String> listLevels(String releaseId) {
        return database.read(handle -> new PublishedLayerStore(handle, releaseId).listLevels());
    }

    /** The day from which the areas of a level hold that a release has numbers of. */
    LocalDate findAreasFrom(String releaseId, String level) {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "find-areas-from"))
                .bind("releaseId", releaseId)
                .bind("level", level)
                .mapTo(LocalDate.class)
                .one());
    }

    /** The areas of a level with the numbers of a release. */
    FeatureTable readAreas(String releaseId, String level) {
        return database.inTransaction(handle -> new PublishedLayerStore(handle, releaseId).readAreas(level));
    }

    /** The service sites. */
    FeatureTable readSites(List<ServiceCategory> categories) {
        return database.inTransaction(handle -> SiteStore.read(handle, categories));
    }

    /** The newest run of gaps over a release. */
    Optional<GapRun> findGapRun(String releaseId) {
        return database.read(handle -> handle.createQuery(Sql.of(LayerStore.class, "find-gap-run"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> gapRun(handle, rs))
                .findOne());
    }

    private static GapRun gapRun(Handle handle, ResultSet rs) throws SQLException {
        String id = rs.getString("id");
        return new GapRun(
                id,
                rs.getString("release_id"),
                rs.getObject("made_at", OffsetDateTime.class).toInstant(),
                rs.getObject("streets_changed", LocalDate.class),
                GapAccount.read(handle.createQuery(Sql.of(LayerStore.class, "read-gap-account"))
                        .bind("runId", id)
                        .mapTo(String.class)
                        .one()),
                handle.createQuery(Sql.of(LayerStore.class, "list-gap-shares"))
                        .bind("runId", id)
                        .map((rule, context) -> new GapRun.Share(
                                rule.getString("category"), rule.getString("share"), rule.getString("source")))
                        .list(),
                rs.getString("access"),
                handle.createQuery(Sql.of(LayerStore.class, "read-gap-times"))
                        .bind("runId", id)
                        .mapTo(String.class)
                        .findOne()
                        .map(text -> GapTimes.read(text, Layer.WHOLE))
                        .orElse(List.of()),
                rs.getString("credits"));
    }

    /**
     * The gaps of the areas of a level, by mode.
     *
     * @param areas of the release
     */
    Map<String, FeatureTable> readGaps(
            GapRun run, String releaseId, String level, FeatureTable areas, List<ServiceCategory> categories) {
        return database.inTransaction(handle -> new GapStore(handle, run, releaseId, categories).read(level, areas));
    }

    /** Where new sites would help most, as published for a release. */
    PlannedSites readPlannedSites(String releaseId) {
        return database.inTransaction(handle -> PlannedSiteStore.read(handle, releaseId));
    }

    static PublishedRelease release(ResultSet rs, StatementContext context) throws SQLException {
        return new PublishedRelease(
                rs.getString("id"),
                rs.getObject("reference_date", LocalDate.class),
                rs.getObject("published_at", OffsetDateTime.class).toInstant(),
                rs.getLong("area_set_id"),
                rs.getInt("k"),
                rs.getInt("rounding_base"),
                rs.getInt("min_addresses"),
                rs.getString("below_gate"),
                rs.getObject("new_since", LocalDate.class));
    }

    static Measure measure(ResultSet rs, StatementContext context) throws SQLException {
        return new Measure(
                rs.getString("code"),
                rs.getString("title"),
                rs.getString("description"),
                rs.getObject("band_width", Integer.class));
    }
}
