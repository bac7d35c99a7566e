package org.reentryatlas.roster;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Finds tours, aim after aim. Weeks have nothing in common but what areas need and officers have to do, so that a large problem is improved
 * a few weeks at a time; bounds are found apart, and where they are met the search for an aim ends.
 */
final class Search {
    /** Levels below the bound that are tried where it is not reached. */
    private static final int TRIES = 3;

    private record Solved(boolean isOptimal, double bound) {}

    private final Grid grid;
    private final Effort effort;
    private final BooleanSupplier isOver;
    private final Levels levels;
    private final boolean isSmall;
    private final Random random;
    private Draft best;
    private int level;
    private int levelBound;
    private int tourBound;
    private double unevennessBound;
    private double stepsBound;

    Search(Grid grid, Alone alone, Effort effort, BooleanSupplier isOver) {
        this.grid = grid;
        this.effort = effort;
        this.isOver = isOver;
        levels = new Levels(grid, alone.tours);
        random = new Random(effort.seed());
        best = new Draft(grid);
        best.fill(grid.allAreas());
        levelBound = levels.last();
        tourBound = IntStream.of(alone.tours).sum();
        isSmall = isSmall();
    }

    private boolean isSmall() {
        long officers =
                grid.crews.stream().mapToLong(crew -> crew.officers.size()).sum();
        return officers * grid.slots.size() <= effort.whole();
    }

    void run() {
        reachShares();
        spreadLoad();
        prefer();
        // Whatever ended the search, no tour is left out that could be added as it is.
        best.fill(grid.allAreas());
        level = levels.of(best);
    }

    private void reachShares() {
        Bounds bounds = new Bounds(grid, levels, effort, isOver);
        level = levels.of(best);
        Bounds.Most most = bounds.most(level, levelBound, tourBound);
        levelBound = most.level();
        tourBound = most.tours();
        int target = levelBound;
        for (int k = 0; k < TRIES + levels.last() && target > level; k++) {
            Solved solved = improve(Step.tours(grid, levels.required(target)), -tourBound);
            level = levels.of(best);
            if (solved.isOptimal() && level < target) {
                levelBound = target - 1;
            }
            // Only where each is proven not to be there is it worth while to try them all.
            target = solved.isOptimal() || k < TRIES ? target - 1 : level;
        }
        if (level < most.level()) {
            tourBound = bounds.most(level, level, tourBound).tours();
        }
        Solved solved = improve(Step.tours(grid, levels.required(level)), -tourBound);
        if (solved.isOptimal()) {
            tourBound = best.tours();
        }
        best.fill(grid.allAreas());
        level = levels.of(best);
    }

    private void spreadLoad() {
        double bound = new Bounds(grid, levels, effort, isOver).unevenness(levels.required(level), best.tours());
        Solved solved = improve(Step.load(levels.required(level), best.tours()), bound);
        unevennessBound = Math.max(bound, solved.bound());
    }

    private void prefer() {
        double bound = new Bounds(grid, levels, effort, isOver).steps(best.tours(), best.unevenness());
        Solved solved = improve(Step.preferred(levels.required(level), best.tours(), best.unevenness()), bound);
        stepsBound = Math.max(bound, solved.bound());
    }

    /** Improves the best until its value is the bound. */
    private Solved improve(Step step, double bound) {
        if ((double) step.value(best) <= bound || isOver.getAsBoolean()) {
            return new Solved((double) step.value(best) <= bound, bound);
        }
        if (isSmall) {
            return solve(step, grid.allWeeks());
        }
        for (int round = 0; round < effort.rounds(); round++) {
            long before = step.value(best);
            List<Integer> weeks = grid.allWeeks();
            Collections.shuffle(weeks, random);
            int together = step.weeksTogether(round);
            for (int from = 0; from < weeks.size(); from += together) {
                if ((double) step.value(best) <= bound || isOver.getAsBoolean()) {
                    return new Solved((double) step.value(best) <= bound, bound);
                }
                solve(step, weeks.subList(from, Math.min(from + together, weeks.size())));
            }
            if (step.value(best) == before) {
                break;
            }
        }
        return new Solved((double) step.value(best) <= bound, bound);
    }

    private Solved solve(Step step, List<Integer> weeks) {
        boolean[] isOpen = grid.slotsOf(weeks);
        try (TourProgramme programme =
                new TourProgramme(best.outside(isOpen), isOpen, grid.allAreas(), true, effort, isOver)) {
            step.aim(programme);
            programme.hint(best);
            Programme.End end = programme.solve();
            double bound = end.isSolved() ? programme.bound() : Double.NEGATIVE_INFINITY;
            if (end.isSolved()) {
                Draft found = programme.read();
                if (step.value(found) < step.value(best)) {
                    best = found;
                }
            }
            boolean isOptimal = end == Programme.End.OPTIMAL;
            return new Solved(
                    isOptimal, isOptimal ? (double) step.value(best) : Math.ceil(bound - Programme.TOLERANCE));
        }
    }

    Draft best() {
        return best;
    }

    Aim leastShare() {
        return new Aim(levels.share(level), Math.max(levels.share(level), levels.share(levelBound)));
    }

    Aim tourCount() {
        return new Aim(best.tours(), Math.max(best.tours(), tourBound));
    }

    Aim unevenness() {
        return new Aim((double) best.unevenness(), Math.min((double) best.unevenness(), unevennessBound));
    }

    Aim steps() {
        return new Aim(best.steps(), Math.min(best.steps(), stepsBound));
    }
}
