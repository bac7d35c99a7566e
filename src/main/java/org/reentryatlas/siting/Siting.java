package org.reentryatlas.siting;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds sites. The same problem, goal and effort give the same answer, unless somebody did not want to wait.
 */
public final class Siting {
    private final Effort effort;

    /** With the work that a search may do. */
    public Siting(Effort effort) {
        this.effort = effort;
    }

    /** Sites for a goal, however long the effort takes. */
    public Outcome solve(SitingProblem problem, Goal goal) {
        return solve(problem, goal, Watch.NONE);
    }

    /**
     * Sites for a goal. Where nobody asks for anything, the lowest candidates are taken, since all are as good.
     *
     * @param watch may end the search; the best until then comes back with its bounds
     */
    public Outcome solve(SitingProblem problem, Goal goal, Watch watch) {
        if (goal instanceof Goal.ByNumber byNumber && byNumber.newSites() > problem.free()) {
            return new Infeasible(Infeasible.Cause.TOO_FEW_CANDIDATES, List.of());
        }
        return problem.isCapacitated()
                ? solve(new CapacitatedSearch(problem, effort, watch), goal)
                : solve(new UncapacitatedSearch(problem, effort, watch), goal);
    }

    private static Outcome solve(UncapacitatedSearch search, Goal goal) {
        if (goal instanceof Goal.MaximalCovering covering) {
            return search.solve(covering);
        }
        if (goal instanceof Goal.PMedian median) {
            return search.solve(median);
        }
        if (goal instanceof Goal.PCenter center) {
            return search.solve(center);
        }
        return search.solve((Goal.SetCovering) goal);
    }

    private static Outcome solve(CapacitatedSearch search, Goal goal) {
        if (goal instanceof Goal.MaximalCovering covering) {
            return search.solve(covering);
        }
        if (goal instanceof Goal.PMedian median) {
            return search.solve(median);
        }
        if (goal instanceof Goal.PCenter center) {
            return search.solve(center);
        }
        return search.solve((Goal.SetCovering) goal);
    }

    /**
     * One of several numbers of new sites.
     *
     * @param comparison with the fixed sites alone; without a solution nothing changes
     */
    public record Option(int newSites, Outcome outcome, Comparison comparison) {}

    /**
     * The best choices of 1, 2, … and so many new sites as the goal says, side by side. Each is the best of its number, so that the sites of
     * one need not be among those of the next.
     */
    public List<Option> sideBySide(SitingProblem problem, Goal.ByNumber goal, Watch watch) {
        List<Option> options = new ArrayList<>();
        for (int number = 1; number <= goal.newSites(); number++) {
            Outcome outcome = solve(problem, goal.withNewSites(number), watch);
            List<Integer> open = outcome instanceof Solution solution ? solution.open() : problem.fixed();
            options.add(new Option(number, outcome, Comparison.between(problem, problem.fixed(), open)));
        }
        return options;
    }
}
