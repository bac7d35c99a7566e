package org.reentryatlas.siting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * For whom it changes something that other sites are open. Costs are those of the cheapest open site; capacities do not matter.
 *
 * @param changes of all demands, in their order
 */
public record Comparison(List<Change> changes) {
    /**
     * A demand before and after.
     *
     * @param before what its cheapest site costs, empty if it reaches none
     */
    public record Change(int demand, double weight, OptionalDouble before, OptionalDouble after) {
        private boolean isWithin(OptionalDouble cost, double radius) {
            return weight > 0 && cost.isPresent() && cost.getAsDouble() <= radius;
        }
    }

    /**
     * Demands that something happens to.
     *
     * @param weight of all of them together
     * @param demands sorted; those of weight 0 are not named
     */
    public record Moved(double weight, List<Integer> demands) {
        public Moved {
            demands = List.copyOf(demands);
        }
    }

    /**
     * A site that is added after others.
     *
     * @param within who comes within the radius by it
     * @param saved weight times cost that it saves
     * @param comparison with what was open before it
     */
    public record Step(int site, Moved within, double saved, Comparison comparison) {}

    public Comparison {
        changes = List.copyOf(changes);
    }

    /**
     * Two sets of open sites.
     *
     * @throws IllegalArgumentException if one is no candidate
     */
    public static Comparison between(SitingProblem problem, Collection<Integer> before, Collection<Integer> after) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < problem.demands(); i++) {
            changes.add(new Change(i, problem.weight(i), cost(problem, i, before), cost(problem, i, after)));
        }
        return new Comparison(changes);
    }

    private static OptionalDouble cost(SitingProblem problem, int demand, Collection<Integer> open) {
        double cost = Double.POSITIVE_INFINITY;
        for (int j : open) {
            if (j < 0 || j >= problem.candidates()) {
                throw new IllegalArgumentException("site " + j + " is none of " + problem.candidates() + " candidates");
            }
            cost = Math.min(cost, problem.cost(demand, j));
        }
        return cost < Double.POSITIVE_INFINITY ? OptionalDouble.of(cost) : OptionalDouble.empty();
    }

    /** Who was beyond the radius, or reached nothing, and is not any more; a cost of exactly the radius is within. */
    public Moved movedWithin(double radius) {
        return moved(changes.stream()
                .filter(change -> !change.isWithin(change.before(), radius) && change.isWithin(change.after(), radius))
                .toList());
    }

    /** Who was within the radius and is not any more. */
    public Moved movedBeyond(double radius) {
        return moved(changes.stream()
                .filter(change -> change.isWithin(change.before(), radius) && !change.isWithin(change.after(), radius))
                .toList());
    }

    private static Moved moved(List<Change> changes) {
        return new Moved(
                changes.stream().mapToDouble(Change::weight).sum(),
                changes.stream().map(Change::demand).toList());
    }

    /** Weight times what each pays less, negative if together they pay more; of those who reach a site both before and after. */
    public double saved() {
        return changes.stream()
                .filter(change -> change.before().isPresent() && change.after().isPresent())
                .mapToDouble(change -> change.weight()
                        * (change.before().orElseThrow() - change.after().orElseThrow()))
                .sum();
    }

    /**
     * What each new site of a solution does, in the order in which they are best added to the fixed ones: each time the one that brings
     * most weight within the radius, of several the one that saves most, of several the lowest.
     *
     * @throws IllegalArgumentException if the solution is one of another problem
     */
    public static List<Step> steps(SitingProblem problem, Solution solution, double radius) {
        List<Integer> open = new ArrayList<>(problem.fixed());
        List<Integer> left = new ArrayList<>(solution.added());
        List<Step> steps = new ArrayList<>();
        while (!left.isEmpty()) {
            Step best = step(problem, open, left.get(0), radius);
            for (int site : left.subList(1, left.size())) {
                Step other = step(problem, open, site, radius);
                boolean isSame = other.within().weight() == best.within().weight();
                if (other.within().weight() > best.within().weight() || (isSame && other.saved() > best.saved())) {
                    best = other;
                }
            }
            steps.add(best);
            open.add(best.site());
            left.remove(Integer.valueOf(best.site()));
        }
        return steps;
    }

    private static Step step(SitingProblem problem, List<Integer> open, int site, double radius) {
        List<Integer> after = new ArrayList<>(open);
        after.add(site);
        Comparison comparison = between(problem, open, after);
        return new Step(site, comparison.movedWithin(radius), comparison.saved(), comparison);
    }
}
