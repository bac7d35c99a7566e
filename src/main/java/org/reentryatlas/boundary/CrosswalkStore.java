package org.reentryatlas.boundary;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Sql;

/**
 * How the areas of one set go over into those of another, in {@code boundary.crosswalk}. Each method runs in the
 * transaction of the handle it is given.
 */
public final class CrosswalkStore {
    /** A shared strip narrower than this, in metres, is two drawings of one line, unless an address stands in it. */
    public static final double SLIVER_METRES = 20;

    /**
     * Two areas of one level that share ground or addresses. Shares are of 1 and null for a sliver; those by units are
     * null also where no residential unit stands in the area.
     */
    public record Pair(
            String fromKey,
            String toKey,
            double squareMetres,
            long units,
            @Nullable Double shareOfFrom,
            @Nullable Double shareOfTo,
            @Nullable Double unitShareOfFrom,
            @Nullable Double unitShareOfTo,
            boolean isSliver) {}

    /** Address points in all, and those that lie in an area of another key than before. */
    public record Moved(long points, long moved) {}

    private record Succession(long fromSet, long toSet, String level) {}

    private final Handle handle;
    private final int srid;

    /** @param srid EPSG number of the working system, whose unit is the metre */
    public CrosswalkStore(Handle handle, int srid) {
        this.handle = handle;
        this.srid = srid;
    }

    /** Makes the crosswalk of every set from the one before it that is not there, at each level that both have. */
    public void complete() {
        handle.createQuery(Sql.of(CrosswalkStore.class, "list-successions"))
                .map((rs, context) ->
                        new Succession(rs.getLong("from_set"), rs.getLong("to_set"), rs.getString("level")))
                .list()
                .forEach(this::insert);
    }

    /** Makes the crosswalk of two sets at a level, in place of an older one. */
    public void make(long fromSet, long toSet, Level level) {
        handle.createUpdate(Sql.of(CrosswalkStore.class, "clear-crosswalk"))
                .bind("fromSet", fromSet)
                .bind("toSet", toSet)
                .bind("level", level.code())
                .execute();
        insert(new Succession(fromSet, toSet, level.code()));
    }

    private void insert(Succession succession) {
        handle.createUpdate(Sql.of(CrosswalkStore.class, "make-crosswalk"))
                .bind("fromSet", succession.fromSet())
                .bind("toSet", succession.toSet())
                .bind("level", succession.level())
                .bind("srid", srid)
                .bind("sliverMetres", SLIVER_METRES)
                .execute();
    }

    /** The pairs of two sets at a level, by key and then by shared ground, slivers included. */
    public List<Pair> list(long fromSet, long toSet, Level level) {
        return handle.createQuery(Sql.of(CrosswalkStore.class, "list-crosswalk"))
                .bind("fromSet", fromSet)
                .bind("toSet", toSet)
                .bind("level", level.code())
                .map((rs, context) -> new Pair(
                        rs.getString("from_key"),
                        rs.getString("to_key"),
                        rs.getDouble("square_metres"),
                        rs.getLong("units"),
                        rs.getObject("share_of_from", Double.class),
                        rs.getObject("share_of_to", Double.class),
                        rs.getObject("unit_share_of_from", Double.class),
                        rs.getObject("unit_share_of_to", Double.class),
                        rs.getBoolean("is_sliver")))
                .list();
    }

    /** How many address points change their area from one set to the other. */
    public Moved countMoved(long fromSet, long toSet, Level level) {
        return handle.createQuery(Sql.of(CrosswalkStore.class, "count-moved"))
                .bind("fromSet", fromSet)
                .bind("toSet", toSet)
                .bind("level", level.code())
                .map((rs, context) -> new Moved(rs.getLong("points"), rs.getLong("moved")))
                .one();
    }
}
