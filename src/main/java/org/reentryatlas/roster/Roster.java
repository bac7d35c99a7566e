package org.reentryatlas.roster;

import java.util.function.BooleanSupplier;

/** Plans tours. The same problem and effort give the same plan, unless somebody did not want to wait. */
public final class Roster {
    private final Effort effort;

    /** With the work that planning may do. */
    public Roster(Effort effort) {
        this.effort = effort;
    }

    /** A plan, however long the effort takes. */
    public Plan plan(RosterProblem problem) {
        return plan(problem, () -> false);
    }

    /**
     * A plan.
     *
     * @param isCancelled whether nobody waits any more; asked between programmes, and from another thread while a solver works, and must be
     *     quick. The best until then comes back with its bounds; an interruption of the thread does the same, and the thread stays
     *     interrupted
     */
    public Plan plan(RosterProblem problem, BooleanSupplier isCancelled) {
        BooleanSupplier isOver =
                () -> isCancelled.getAsBoolean() || Thread.currentThread().isInterrupted();
        Grid grid = new Grid(problem);
        Alone alone = Alone.of(grid, effort, isOver);
        Search search = new Search(grid, alone, effort, isOver);
        search.run();
        return new Account(grid, alone, search, isOver.getAsBoolean()).plan();
    }
}
