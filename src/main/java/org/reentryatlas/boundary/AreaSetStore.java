package org.reentryatlas.boundary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Changes;
import org.reentryatlas.db.Sql;

/** Area sets in schema {@code boundary}. Each method runs in the transaction of the handle it is given. */
public final class AreaSetStore {
    private final Handle handle;

    public AreaSetStore(Handle handle) {
        this.handle = handle;
    }

    /** Lets no other transaction add, change or remove a set until this one ends. */
    public void lock() {
        handle.execute(Sql.of(AreaSetStore.class, "lock-sets"));
    }

    /** The set with the base level that holds on the day. */
    public Optional<AreaSet> findValid(Level baseLevel, LocalDate day) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-valid-set"))
                .bind("baseLevel", baseLevel.code())
                .bind("day", day)
                .map((rs, context) -> set(rs))
                .findOne();
    }

    /** The set that has areas of the level and holds on the day; one whose file brought that level is preferred. */
    public Optional<AreaSet> findLevel(Level level, LocalDate day) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-level-set"))
                .bind("level", level.code())
                .bind("day", day)
                .map((rs, context) -> set(rs))
                .findOne();
    }

    /** The set with the base level that holds from the day on. */
    public Optional<AreaSet> findFrom(Level baseLevel, LocalDate validFrom) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-set-from"))
                .bind("baseLevel", baseLevel.code())
                .bind("validFrom", validFrom)
                .map((rs, context) -> set(rs))
                .findOne();
    }

    public Optional<AreaSet> find(long id) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-set"))
                .bind("id", id)
                .map((rs, context) -> set(rs))
                .findOne();
    }

    /** All sets by level and day, each with its number of base areas and of releases. */
    public List<AreaSet.Listed> list() {
        return handle.createQuery(Sql.of(AreaSetStore.class, "list-sets"))
                .map((rs, context) -> new AreaSet.Listed(set(rs), rs.getLong("areas"), rs.getLong("releases")))
                .list();
    }

    /** The first day of the set of the level in which this very file is kept. */
    public Optional<LocalDate> findFile(Level baseLevel, String fingerprint) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-file"))
                .bind("baseLevel", baseLevel.code())
                .bind("fingerprint", fingerprint)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The first day of the earliest set of the level that starts after the day. */
    public Optional<LocalDate> findNextStart(Level baseLevel, LocalDate validFrom) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "find-next-start"))
                .bind("baseLevel", baseLevel.code())
                .bind("validFrom", validFrom)
                .mapTo(LocalDate.class)
                .findOne();
    }

    /** The releases that show an area of the set. */
    public List<String> listReleases(AreaSet set) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "list-releases-of-set"))
                .bind("setId", set.id())
                .mapTo(String.class)
                .list();
    }

    /** The releases of days on which a new set would hold, made with other sets of its level. */
    public List<String> listContradictedReleases(Level baseLevel, LocalDate validFrom, @Nullable LocalDate validTo) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "list-contradicted-releases"))
                .bind("baseLevel", baseLevel.code())
                .bind("validFrom", validFrom)
                .bind("validTo", validTo)
                .mapTo(String.class)
                .list();
    }

    /** Compares the staged areas with a kept set. */
    public Changes compare(AreaSet set) {
        return handle.createQuery(Sql.of(AreaSetStore.class, "compare-set"))
                .bind("setId", set.id())
                .bind("baseLevel", set.baseLevel().code())
                .map((rs, context) -> Changes.of(rs))
                .one();
    }

    /**
     * Keeps the staged areas, which were inspected, as a set. The earlier set of the level ends on the day this one
     * starts, and this one ends when the next one starts.
     *
     * @return the number of areas kept, by level
     */
    public Map<Level, Integer> insert(NewAreaSet set) {
        long setId = handle.createQuery(Sql.of(AreaSetStore.class, "insert-set"))
                .bind("level", set.baseLevel().code())
                .bind("source", set.source())
                .bind("sourceCrs", set.sourceCrs())
                .bind("fingerprint", set.fingerprint())
                .bind("validFrom", set.validFrom())
                .bind("statedValidTo", set.validTo())
                .mapTo(Long.class)
                .one();
        List<Level> downwards = new ArrayList<>(set.above());
        Collections.reverse(downwards);
        Map<Level, Integer> kept = new TreeMap<>();
        String parent = "";
        for (Level level : downwards) {
            int rows = handle.createUpdate(Sql.of(AreaSetStore.class, "insert-upper-areas"))
                    .bind("setId", setId)
                    .bind("level", level.code())
                    .bind("parentLevel", parent)
                    .bind("cityName", set.cityName())
                    .execute();
            kept.put(level, rows);
            parent = level.code();
        }
        int rows = handle.createUpdate(Sql.of(AreaSetStore.class, "insert-base-areas"))
                .bind("setId", setId)
                .bind("level", set.baseLevel().code())
                .bind("parentLevel", parent)
                .execute();
        kept.put(set.baseLevel(), rows);
        setEnds(set.baseLevel());
        return kept;
    }

    /** Takes the set and the grid over it away, as if it had never been loaded; the earlier one of the level holds on. */
    public void remove(AreaSet set) {
        for (String statement : List.of("delete-areas", "delete-set")) {
            handle.createUpdate(Sql.of(AreaSetStore.class, statement))
                    .bind("setId", set.id())
                    .execute();
        }
        setEnds(set.baseLevel());
    }

    private void setEnds(Level baseLevel) {
        handle.createUpdate(Sql.of(AreaSetStore.class, "set-ends"))
                .bind("baseLevel", baseLevel.code())
                .execute();
        handle.createUpdate(Sql.of(AreaSetStore.class, "set-grid-ends")).execute();
    }

    static AreaSet set(ResultSet rs) throws SQLException {
        String code = rs.getString("base_level");
        Level level = Level.find(code);
        if (level == null) {
            throw new SQLException("there is no level " + code);
        }
        return new AreaSet(
                rs.getLong("id"),
                level,
                rs.getString("source"),
                rs.getObject("valid_from", LocalDate.class),
                rs.getObject("valid_to", LocalDate.class),
                rs.getObject("grid_of", Long.class));
    }
}
