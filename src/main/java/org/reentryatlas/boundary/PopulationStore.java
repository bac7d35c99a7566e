package org.reentryatlas.boundary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.reentryatlas.db.Sql;

/**
 * Residents by area, in {@code boundary.population}: as the file of the areas states them, or apportioned from census
 * areas by address points. Each method runs in the transaction of the handle it is given.
 */
public final class PopulationStore {
    /** What lies outside the areas by no more than this, in metres, is counted in the nearest. */
    public static final double GAP_METRES = 50;

    /**
     * Residents of an area.
     *
     * @param method {@code stated} or {@code apportioned}
     * @param source file that the numbers come from
     * @param sourceFrom day from which the areas of that file hold
     */
    public record Residents(
            String key, String name, long residents, String method, String source, LocalDate sourceFrom) {}

    /** Residents of a census area who live in no area of a set. */
    public record Outside(String key, long residents) {}

    private record PoliceSet(long id, String baseLevel, LocalDate validFrom, boolean lacks, boolean isCurrent) {}

    private final Handle handle;
    private final int srid;

    /** @param srid EPSG number of the working system, whose unit is the metre */
    public PopulationStore(Handle handle, int srid) {
        this.handle = handle;
        this.srid = srid;
    }

    /** Makes the residents of every police set again. A set whose file does not state them all needs a census set. */
    public void refresh() {
        Optional<Long> source = findSource();
        listSets(source).forEach(set -> make(set, source));
    }

    /**
     * Makes the residents of those police sets that have none, or have them from a census set that no longer counts.
     *
     * @return how many were apportioned, in words, set by set
     */
    public List<String> complete() {
        Optional<Long> source = findSource();
        List<String> notes = new ArrayList<>();
        for (PoliceSet set : listSets(source)) {
            if (!set.isCurrent() && make(set, source)) {
                notes.add(note(set));
            }
        }
        return notes;
    }

    private List<PoliceSet> listSets(Optional<Long> source) {
        return handle.createQuery(Sql.of(PopulationStore.class, "list-police-sets"))
                .bind("sourceSet", source.orElse(null))
                .map((rs, context) -> new PoliceSet(
                        rs.getLong("id"),
                        rs.getString("base_level"),
                        rs.getObject("valid_from", LocalDate.class),
                        rs.getBoolean("lacks"),
                        rs.getBoolean("is_current")))
                .list();
    }

    /** Makes the residents of a set in place of what is kept; whether they were apportioned. */
    private boolean make(PoliceSet set, Optional<Long> source) {
        handle.createUpdate(Sql.of(PopulationStore.class, "clear-population"))
                .bind("setId", set.id())
                .execute();
        if (!set.lacks()) {
            handle.createUpdate(Sql.of(PopulationStore.class, "state-population"))
                    .bind("setId", set.id())
                    .execute();
        }
        boolean apportions = set.lacks() && source.isPresent();
        if (apportions) {
            apportion(source.orElseThrow(), set.id(), true);
        }
        return apportions;
    }

    /**
     * Apportions the residents of a set, in place of what is kept of it.
     *
     * @param byAddress by address points; by ground alone otherwise, which is worse and serves to compare
     */
    void apportion(long sourceSet, long setId, boolean byAddress) {
        handle.createUpdate(Sql.of(PopulationStore.class, "apportion"))
                .bind("sourceSet", sourceSet)
                .bind("setId", setId)
                .bind("byAddress", byAddress)
                .bind("srid", srid)
                .bind("gapMetres", GAP_METRES)
                .execute();
        handle.createUpdate(Sql.of(PopulationStore.class, "keep-apportioned"))
                .bind("sourceSet", sourceSet)
                .bind("setId", setId)
                .execute();
        handle.execute(Sql.of(PopulationStore.class, "drop-apportioned"));
    }

    private String note(PoliceSet set) {
        long outside =
                listOutside(set.id()).stream().mapToLong(Outside::residents).sum();
        List<Residents> city = list(set.id(), Level.CITY);
        return "residents of the %s set of %s: %d apportioned from %s, %d outside"
                .formatted(
                        set.baseLevel(),
                        set.validFrom(),
                        city.get(0).residents(),
                        city.get(0).source(),
                        outside);
    }

    /** The set that residents are apportioned from. */
    Optional<Long> findSource() {
        return handle.createQuery(Sql.of(PopulationStore.class, "find-population-source"))
                .mapTo(Long.class)
                .findOne();
    }

    /** The residents of a level of a set, by key; empty where nobody states them. */
    public List<Residents> list(long setId, Level level) {
        return handle.createQuery(Sql.of(PopulationStore.class, "list-population"))
                .bind("setId", setId)
                .bind("level", level.code())
                .map((rs, context) -> new Residents(
                        rs.getString("key"),
                        rs.getString("name"),
                        rs.getLong("residents"),
                        rs.getString("method"),
                        rs.getString("source"),
                        rs.getObject("valid_from", LocalDate.class)))
                .list();
    }

    /** Who lives outside the set, most first. */
    public List<Outside> listOutside(long setId) {
        return handle.createQuery(Sql.of(PopulationStore.class, "list-outside"))
                .bind("setId", setId)
                .map((rs, context) -> new Outside(rs.getString("key"), rs.getLong("residents")))
                .list();
    }
}
