package org.reentryatlas.release;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Sql;
import org.reentryatlas.protect.Policy;
import org.reentryatlas.protect.Published;

/**
 * The two sides of the door in SQL: true counts of schema {@code supervision} come in, protected numbers go out to schema
 * {@code published}. Each method runs in the transaction of the handle it is given.
 */
final class ReleaseStore {
    private final Handle handle;

    ReleaseStore(Handle handle) {
        this.handle = handle;
    }

    /** Two releases of one date at the same time could not see each other; the second waits here. */
    void lock() {
        handle.createQuery(Sql.of(ReleaseStore.class, "lock-door"))
                .mapTo(Boolean.class)
                .one();
    }

    /** People by outcome of {@link AtomStore#locate}. */
    Map<String, Long> countOutcomes() {
        Map<String, Long> counts = new TreeMap<>();
        handle.createQuery(Sql.of(ReleaseStore.class, "count-outcomes"))
                .map((rs, context) -> Map.entry(rs.getString("outcome"), rs.getLong("people")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** @param knowsBefore whether it is known who was under supervision on the reference date before */
    List<Measure> listMeasures(boolean knowsBefore) {
        return handle.createQuery(Sql.of(ReleaseStore.class, "list-measures"))
                .bind("knowsBefore", knowsBefore)
                .map((rs, context) -> {
                    Integer bandWidth = rs.getObject("band_width", Integer.class);
                    return new Measure(
                            rs.getString("code"), bandWidth == null ? OptionalInt.empty() : OptionalInt.of(bandWidth));
                })
                .list();
    }

    /** The last reference date before that has a release. */
    Optional<LocalDate> findDateBefore(LocalDate asOf) {
        return handle.createQuery(Sql.of(ReleaseStore.class, "find-date-before"))
                .bind("asOf", asOf)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The date since which people are new in a release. */
    Optional<LocalDate> findNewSince(String releaseId) {
        return handle.createQuery(Sql.of(ReleaseStore.class, "find-new-since"))
                .bind("releaseId", releaseId)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The newest release of the last reference date before. */
    Optional<String> findReleaseBefore(LocalDate asOf) {
        return handle.createQuery(Sql.of(ReleaseStore.class, "find-release-before"))
                .bind("asOf", asOf)
                .mapTo(String.class)
                .findOne();
    }

    /** What stands in the cells of a release. */
    Map<CellKey, Published> cells(String releaseId) {
        Map<CellKey, Published> cells = new HashMap<>();
        handle.createQuery(Sql.of(ReleaseStore.class, "list-cells"))
                .bind("releaseId", releaseId)
                .map((rs, context) -> Map.entry(
                        new CellKey(rs.getString("measure"), rs.getLong("area_id")),
                        published(rs.getString("status"), rs.getInt("value"))))
                .forEach(entry -> cells.put(entry.getKey(), entry.getValue()));
        return cells;
    }

    /** The counts that a release showed, to which the next one sticks; bands do not. */
    Map<CellKey, Integer> shown(String releaseId) {
        Map<CellKey, Integer> shown = new HashMap<>();
        handle.createQuery(Sql.of(ReleaseStore.class, "list-shown-counts"))
                .bind("releaseId", releaseId)
                .map((rs, context) ->
                        Map.entry(new CellKey(rs.getString("measure"), rs.getLong("area_id")), rs.getInt("value")))
                .forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        return shown;
    }

    /** What a release stuck to itself when it was made. */
    Map<CellKey, Integer> earlier(String releaseId) {
        Map<CellKey, Integer> earlier = new HashMap<>();
        handle
                .createQuery(Sql.of(ReleaseStore.class, "list-cells"))
                .bind("releaseId", releaseId)
                .map((rs, context) ->
                        Map.entry(new CellKey(rs.getString("measure"), rs.getLong("area_id")), rs.getInt("earlier")))
                .stream()
                .filter(entry -> entry.getValue() > 0)
                .forEach(entry -> earlier.put(entry.getKey(), entry.getValue()));
        return earlier;
    }

    /** How many people a release showed to be on no map, by why. */
    Map<String, Integer> notMappedShown(String releaseId) {
        Map<String, Integer> shown = new HashMap<>();
        notMapped(releaseId).forEach((outcome, published) -> {
            if (published instanceof Published.Shown number) {
                shown.put(outcome, number.value());
            }
        });
        return shown;
    }

    /** What a release says of people on no map, by why. */
    Map<String, Published> notMapped(String releaseId) {
        Map<String, Published> people = new HashMap<>();
        handle.createQuery(Sql.of(ReleaseStore.class, "list-not-mapped"))
                .bind("releaseId", releaseId)
                .map((rs, context) ->
                        Map.entry(rs.getString("outcome"), published(rs.getString("status"), rs.getInt("value"))))
                .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
        return people;
    }

    /** Whether the people of the caseload can be placed in the areas of all the layers. */
    boolean isAnswerable(long caseloadId, Layers layers) {
        return handle.createQuery(Sql.of(ReleaseStore.class, "is-answerable"))
                .bind("caseloadId", caseloadId)
                .bindArray("setIds", Long.class, layers.setIds())
                .mapTo(Boolean.class)
                .one();
    }

    /** People whose address was not found, by the base area that their agency names. */
    Map<Long, Long> countUnlocated() {
        Map<Long, Long> counts = new HashMap<>();
        handle.createQuery(Sql.of(ReleaseStore.class, "count-unlocated"))
                .map((rs, context) -> Map.entry(rs.getLong("area_id"), rs.getLong("people")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /**
     * Adds the row of a release.
     *
     * @param belowGate why it is published below the hit-rate gate, or null when it is not
     * @param newSince since when people are new, or null where nobody can tell
     */
    void insertRelease(
            String id,
            LocalDate asOf,
            long areaSetId,
            Policy policy,
            @Nullable String belowGate,
            @Nullable LocalDate newSince) {
        handle.createUpdate(Sql.of(ReleaseStore.class, "insert-release"))
                .bind("id", id)
                .bind("asOf", asOf)
                .bind("areaSetId", areaSetId)
                .bind("belowGate", belowGate)
                .bind("newSince", newSince)
                .bindMethods(policy)
                .execute();
    }

    /** Names the sets that the release has numbers for, each with the levels that have an area in it. */
    void insertSets(String id, Layers layers, List<AreaNode> areas) {
        for (Layers.Layer layer : layers.list()) {
            List<String> levels = layer.levels().stream()
                    .filter(level -> areas.stream().anyMatch(area -> area.level() == level))
                    .map(Level::code)
                    .toList();
            if (!levels.isEmpty()) {
                handle.createUpdate(Sql.of(ReleaseStore.class, "insert-set"))
                        .bind("releaseId", id)
                        .bind("areaSetId", layer.set().id())
                        .bindArray("levels", String.class, levels)
                        .execute();
            }
        }
    }

    /** Marks areas of which too few addresses were found. */
    void insertFlags(String releaseId, List<Long> areaIds) {
        PreparedBatch batch = handle.prepareBatch(Sql.of(ReleaseStore.class, "insert-flag"));
        areaIds.forEach(areaId ->
                batch.bind("releaseId", releaseId).bind("areaId", areaId).add());
        batch.execute();
    }

    /** @param earlier what the release before showed; kept for hidden cells too, since it had a part in what is hidden */
    void insertCells(String releaseId, Map<CellKey, Published> cells, Map<CellKey, Integer> earlier) {
        PreparedBatch batch = handle.prepareBatch(Sql.of(ReleaseStore.class, "insert-cell"));
        cells.forEach((key, published) -> batch.bind("releaseId", releaseId)
                .bind("measure", key.measure())
                .bind("areaId", key.areaId())
                .bind("status", status(published))
                .bind("value", value(published))
                .bind("earlier", earlier.get(key))
                .add());
        batch.execute();
    }

    void insertNotMapped(String releaseId, Map<String, Published> people) {
        PreparedBatch batch = handle.prepareBatch(Sql.of(ReleaseStore.class, "insert-not-mapped"));
        people.forEach((outcome, published) -> batch.bind("releaseId", releaseId)
                .bind("outcome", outcome)
                .bind("status", status(published))
                .bind("value", value(published))
                .add());
        batch.execute();
    }

    void insertReconciliation(String releaseId, long caseloadId, Map<String, Long> people) {
        PreparedBatch batch = handle.prepareBatch(Sql.of(ReleaseStore.class, "insert-reconciliation"));
        people.forEach((outcome, count) -> batch.bind("releaseId", releaseId)
                .bind("caseloadId", caseloadId)
                .bind("outcome", outcome)
                .bind("people", count)
                .add());
        batch.execute();
    }

    private static Published published(String status, int value) {
        return switch (status) {
            case "shown" -> new Published.Shown(value);
            case "zero" -> Published.ZERO;
            default -> Published.HIDDEN;
        };
    }

    static String status(Published published) {
        return published.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Integer value(Published published) {
        if (published instanceof Published.Shown shown) {
            return shown.value();
        }
        return published instanceof Published.Zero ? 0 : null;
    }
}
