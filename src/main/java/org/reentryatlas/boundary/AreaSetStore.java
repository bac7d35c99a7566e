package org.reentryatlas.boundary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.reentryatlas.db.Sql;

/** Area sets in schema {@code boundary}. Each method runs in the transaction of the handle it is given. */
public final class AreaSetStore {
    /** Two areas that share ground; the first has the lower key. */
    public record Overlap(String first, String second, double squareMetres) {}

    private final Handle handle;

    public AreaSetStore(Handle handle) {
        this.handle = handle;
    }

    /** The set with the base level that holds on the day. */
    public Optional<AreaSet> findValid(Level baseLevel, LocalDate day) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-valid-set"))
                .bind("baseLevel", baseLevel.code())
                .bind("day", day)
                .map((rs, context) -> new AreaSet(
                        rs.getLong("id"),
                        baseLevel,
                        rs.getString("source"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .findOne();
    }

    /** The set that has areas of the level and holds on the day; one whose file brought that level is preferred. */
    public Optional<AreaSet> findLevel(Level level, LocalDate day) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-level-set"))
                .bind("level", level.code())
                .bind("day", day)
                .map((rs, context) -> new AreaSet(
                        rs.getLong("id"),
                        Level.valueOf(rs.getString("base_level").toUpperCase(Locale.ROOT)),
                        rs.getString("source"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getObject("valid_to", LocalDate.class)))
                .findOne();
    }

    /** The day from which the newest set of the base level holds. */
    public Optional<LocalDate> findNewestStart(Level baseLevel) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-newest-start"))
                .bind("baseLevel", baseLevel.code())
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** Whether this very file is kept already at the level. */
    public boolean isKept(Level baseLevel, String fingerprint) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "is-kept"))
                .bind("baseLevel", baseLevel.code())
                .bind("fingerprint", fingerprint)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Keeps the set: its base areas, and the areas above as the unions of theirs. An older set of the same base level
     * ends on the day the new one starts.
     *
     * @return the number of areas kept, by level from the base upwards
     */
    public Map<Level, Integer> insert(NewAreaSet set) {
        handle.createUpdate(Sql.of(AreaSetStore.class, "end-older-set"))
                .bind("baseLevel", set.baseLevel().code())
                .bind("validFrom", set.validFrom())
                .execute();
        long setId = handle.createQuery(Sql.of(AreaSetStore.class, "insert-set"))
                .bindMethods(set)
                .bind("level", set.baseLevel().code())
                .mapTo(Long.class)
                .one();
        stage(set);
        List<Level> levels = new ArrayList<>(List.of(set.baseLevel()));
        set.baseLevel().above().stream().filter(level -> isNamed(set, level)).forEach(levels::add);
        Map<Level, Integer> kept = new TreeMap<>();
        List<Level> downwards = new ArrayList<>(levels);
        Collections.reverse(downwards);
        String parent = "";
        for (Level level : downwards) {
            int rows = handle.createUpdate(Sql.of(AreaSetStore.class, "insert-areas"))
                    .bind("setId", setId)
                    .bind("level", level.code())
                    .bind("isBase", level == set.baseLevel())
                    .bind("parentLevel", parent)
                    .bind("cityName", set.cityName())
                    .execute();
            kept.put(level, rows);
            parent = level.code();
        }
        return kept;
    }

    /** The pairs of base areas of the newest set of the level that share more than so many square metres. */
    public List<Overlap> listOverlaps(Level baseLevel, double squareMetres) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-overlaps"))
                .bind("baseLevel", baseLevel.code())
                .bind("squareMetres", squareMetres)
                .map((rs, context) ->
                        new Overlap(rs.getString("first"), rs.getString("second"), rs.getDouble("square_metres")))
                .list();
    }

    private static boolean isNamed(NewAreaSet set, Level level) {
        return level == Level.CITY || set.areas().get(0).parents().containsKey(level);
    }

    private void stage(NewAreaSet set) {
        handle.execute(Sql.of(AreaSetStore.class, "stage-areas"));
        PreparedBatch batch = handle.prepareBatch(Sql.of(AreaSetStore.class, "stage-area"));
        for (NewArea area : set.areas()) {
            Map<String, String> keys = new TreeMap<>();
            area.parents().forEach((level, key) -> keys.put(level.code(), key));
            keys.put(Level.CITY.code(), Level.CITY.code());
            keys.put(set.baseLevel().code(), area.key());
            batch.bind("name", area.name())
                    .bindArray("levels", String.class, List.copyOf(keys.keySet()))
                    .bindArray("keys", String.class, List.copyOf(keys.values()))
                    .bind("population", area.population())
                    .bind("wkbHex", area.wkbHex())
                    .add();
        }
        batch.execute();
    }
}
