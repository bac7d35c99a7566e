package org.reentryatlas.boundary;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;
import org.reentryatlas.db.Sql;

/**
 * Checks the staged areas, and mends what is safe when the rules say so. What is found goes into the staging tables of
 * {@link IncomingStore}, which lists it.
 *
 * <p>Geometry is done in longitude and latitude, as areas are kept and people are counted, so that edges which neighbours
 * share stay the same; areas and widths are measured in the working system.
 */
public final class QualityStore {
    /** A given sliver can open another one; each round has fewer. */
    private static final int MOST_ROUNDS = 8;

    private final Handle handle;
    private final QualityRules rules;

    public QualityStore(Handle handle, QualityRules rules) {
        this.handle = handle;
        this.rules = rules;
    }

    /** Runs every check on the staged areas. The areas that the set will have above them are made on the way. */
    public void inspect(NewAreaSet set, String keyField) {
        run("list-rejected");
        run("drop-rejected");
        boolean isKeyed = update("find-duplicates").bind("keyField", keyField).execute() == 0;
        handle.createScript(Sql.of(QualityStore.class, "index-incoming")).execute();
        if (rules.repair()) {
            run("remove-repeated-points");
        }
        run("find-invalid");
        run("mend-invalid");
        findNotNested(set);
        findOverlapsAndGaps(set);
        // Pieces are given by key: where one key stands for several areas nobody can tell to which, and the file is
        // refused.
        for (int round = 0; rules.repair() && isKeyed && round < MOST_ROUNDS && mendSlivers(); round++) {
            findOverlapsAndGaps(set);
        }
        run("find-collapsed");
        run("list-overlaps");
        run("list-gaps");
        run("find-far-parts");
        findOutsideParents(set);
    }

    private void findNotNested(NewAreaSet set) {
        List<Level> levels =
                set.above().stream().filter(level -> level != Level.CITY).toList();
        for (int i = 0; i + 1 < levels.size(); i++) {
            update("find-not-nested")
                    .bind("lower", levels.get(i).code())
                    .bind("upper", levels.get(i + 1).code())
                    .execute();
        }
    }

    private void findOverlapsAndGaps(NewAreaSet set) {
        for (String table : List.of("union", "overlap", "gap")) {
            run("forget-" + table);
        }
        Level lower = set.baseLevel();
        for (Level level : set.above()) {
            unite(level, lower, lower == set.baseLevel());
            lower = level;
        }
        if (set.above().isEmpty()) {
            unite(lower, lower, true);
        }
        if (!isCoveredOnce(lower)) {
            run("find-overlaps");
        }
        update("find-gaps").bind("top", lower.code()).execute();
        run("find-neighbours");
    }

    private void unite(Level level, Level lower, boolean fromBase) {
        handle.createUpdate(Sql.of(QualityStore.class, "union-level"))
                .bind("level", level.code())
                .bind("lower", lower.code())
                .bind("fromBase", fromBase)
                .execute();
    }

    private boolean isCoveredOnce(Level top) {
        return handle.createQuery(Sql.of(QualityStore.class, "is-covered-once"))
                .bind("top", top.code())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true);
    }

    /** Gives the slivers that were found to a neighbour each; whether there were any. */
    private boolean mendSlivers() {
        run("forget-given");
        int given = run("give-overlaps");
        if (given > 0) {
            run("take-from-losers");
            run("find-lost-ground");
            run("find-neighbours");
        }
        given += run("give-gaps");
        if (given > 0) {
            run("add-to-winners");
            run("list-given");
        }
        return given > 0;
    }

    private void findOutsideParents(NewAreaSet set) {
        AreaSetStore sets = new AreaSetStore(handle);
        for (Level level : set.baseLevel().above()) {
            sets.findValid(level, set.validFrom())
                    .ifPresent(parent -> update("find-outside-parent")
                            .bind("parentSet", parent.id())
                            .bind("parentLevel", level.code())
                            .execute());
        }
    }

    private int run(String name) {
        return update(name).execute();
    }

    private Update update(String name) {
        return handle.createUpdate(Sql.of(QualityStore.class, name))
                // What any of the statements may ask for; few ask for all of it.
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .bind("srid", rules.srid())
                .bind("sliver", rules.sliverMetres())
                .bind("repair", rules.repair())
                .bind("acceptOverlaps", rules.acceptOverlaps())
                .bind("mostShare", QualityRules.MOST_MENDED_SHARE)
                .bind("farMetres", QualityRules.FAR_PART_METRES);
    }
}
