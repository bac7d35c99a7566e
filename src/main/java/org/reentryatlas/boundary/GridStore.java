package org.reentryatlas.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.reentryatlas.db.Sql;
import org.reentryatlas.geo.HexGrid;
import org.reentryatlas.geo.Shape;

/**
 * Hexagons over sets of beats: each set has a grid of its own, which follows from its ground alone. Each method runs in the
 * transaction of the handle it is given.
 */
public final class GridStore {
    private static final List<Level> DOWNWARDS = List.of(Level.HEX_6, Level.HEX_7, Level.HEX_8);

    private final Handle handle;

    public GridStore(Handle handle) {
        this.handle = handle;
    }

    /**
     * Makes the grid of every set of beats that has none.
     *
     * @return the number of areas made, by level
     */
    public Map<Level, Integer> complete() {
        Map<Level, Integer> made = new TreeMap<>();
        handle.createQuery(Sql.of(GridStore.class, "list-ungridded-sets"))
                .map((rs, context) -> AreaSetStore.set(rs))
                .list()
                .forEach(beats ->
                        insert(beats, cover(beats)).forEach((level, areas) -> made.merge(level, areas, Integer::sum)));
        return made;
    }

    /**
     * The grid over a set of beats; made if it is not there, and made anew if it does not cover the beats and no release
     * shows it.
     *
     * @throws IllegalStateException if a release shows a grid that does not cover the beats
     */
    public AreaSet require(AreaSet beats) {
        List<HexGrid.Cell> cells = cover(beats);
        Optional<AreaSet> kept = find(beats);
        if (kept.isPresent()
                && keys(kept.get()).equals(cells.stream().map(HexGrid.Cell::key).toList())) {
            return kept.get();
        }
        AreaSetStore sets = new AreaSetStore(handle);
        sets.lock();
        if (kept.isPresent()) {
            if (!sets.listReleases(kept.get()).isEmpty()) {
                throw new IllegalStateException("the hexagons of set %d do not cover set %d, and a release shows them"
                        .formatted(kept.get().id(), beats.id()));
            }
            sets.remove(kept.get());
        }
        insert(beats, cells);
        return find(beats).orElseThrow();
    }

    private Optional<AreaSet> find(AreaSet beats) {
        return handle.createQuery(Sql.of(GridStore.class, "find-grid"))
                .bind("setId", beats.id())
                .map((rs, context) -> AreaSetStore.set(rs))
                .findOne();
    }

    private List<String> keys(AreaSet grid) {
        return handle.createQuery(Sql.of(GridStore.class, "list-hexagons"))
                .bind("gridId", grid.id())
                .mapTo(String.class)
                .list();
    }

    private List<HexGrid.Cell> cover(AreaSet beats) {
        return handle.createQuery(Sql.of(GridStore.class, "outline"))
                .bind("setId", beats.id())
                .mapTo(String.class)
                .findOne()
                .flatMap(Shape::ofWkt)
                .map(HexGrid::covering)
                .orElseThrow(() -> new IllegalStateException("set %d has no ground".formatted(beats.id())));
    }

    private Map<Level, Integer> insert(AreaSet beats, List<HexGrid.Cell> cells) {
        handle.execute(Sql.of(GridStore.class, "stage-hexagons"));
        PreparedBatch batch = handle.prepareBatch(Sql.of(GridStore.class, "add-hexagon"));
        cells.forEach(cell -> batch.bind("hex8", cell.key())
                .bind("hex7", cell.above().get(0))
                .bind("hex6", cell.above().get(1))
                .bind("wkbHex", cell.wkbHex())
                .add());
        batch.execute();
        long gridId = handle.createQuery(Sql.of(GridStore.class, "insert-grid"))
                .bind("setId", beats.id())
                .mapTo(Long.class)
                .one();
        Map<Level, Integer> made = new TreeMap<>();
        for (Level level : DOWNWARDS) {
            made.put(
                    level,
                    handle.createUpdate(Sql.of(GridStore.class, "insert-hexagons"))
                            .bind("gridId", gridId)
                            .bind("level", level.code())
                            .execute());
        }
        handle.execute(Sql.of(GridStore.class, "drop-hexagons"));
        return made;
    }
}
