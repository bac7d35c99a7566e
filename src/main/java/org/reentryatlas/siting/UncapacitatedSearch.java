package org.reentryatlas.siting;

import java.util.BitSet;
import java.util.List;

/** The goals, where every site takes everybody. */
final class UncapacitatedSearch {
    private static final double ANYWHERE = Double.POSITIVE_INFINITY;

    private final SitingProblem problem;
    private final Effort effort;
    private final Watch watch;

    UncapacitatedSearch(SitingProblem problem, Effort effort, Watch watch) {
        this.problem = problem;
        this.effort = effort;
        this.watch = watch;
    }

    Outcome solve(Goal.MaximalCovering goal) {
        Median median = Median.ofCovering(problem, goal.newSites(), goal.radius());
        MedianSearch.Result result = new MedianSearch(median, effort, watch).search();
        BitSet chosen = result.chosen();
        Service service = service(goal.radius(), chosen);
        return Answer.ofMaximum(
                problem, chosen, service, service.served(), problem.total() - result.lower(), result.end());
    }

    Outcome solve(Goal.PMedian goal) {
        List<Unserved> unreachable = unservedByAll(ANYWHERE);
        if (!unreachable.isEmpty()) {
            return Answer.infeasible(unreachable);
        }
        Median median = Median.ofMedian(problem, goal.newSites());
        MedianSearch search = new MedianSearch(median, effort, watch);
        MedianSearch.Result result = search.search();
        if (!result.servesAll()) {
            MedianSearch.Result reach = reach(goal.newSites());
            List<Unserved> left = service(ANYWHERE, reach.chosen()).unserved();
            if (!left.isEmpty()) {
                return tooFewSites(reach.end(), left);
            }
            result = search.search(reach.chosen());
        }
        BitSet chosen = result.chosen();
        Service service = service(ANYWHERE, chosen);
        return Answer.ofMinimum(problem, chosen, service, service.cost(problem), result.lower(), result.end());
    }

    Outcome solve(Goal.PCenter goal) {
        List<Unserved> unreachable = unservedByAll(ANYWHERE);
        if (!unreachable.isEmpty()) {
            return Answer.infeasible(unreachable);
        }
        if (problem.total() == 0) {
            BitSet lowest = Answer.filled(problem, new BitSet(), goal.newSites());
            return Answer.ofMinimum(problem, lowest, service(ANYWHERE, lowest), 0, 0, Solution.End.PROVEN);
        }
        CenterSearch.Result result = CenterSearch.search(
                problem, radius -> decide(radius, goal.newSites()), (chosen, radius) -> largest(chosen), watch);
        if (result.reached() != Programme.End.FEASIBLE) {
            MedianSearch.Result reach = reach(goal.newSites());
            List<Unserved> left = service(ANYWHERE, reach.chosen()).unserved();
            return tooFewSites(Answer.end(result.reached() == Programme.End.INFEASIBLE, watch), left);
        }
        BitSet chosen = new Cover(problem, result.radius(), 1)
                .settled(Answer.filled(problem, result.chosen(), goal.newSites()));
        Service service = service(ANYWHERE, chosen);
        return Answer.ofMinimum(
                problem, chosen, service, largest(chosen), result.lower(), Answer.end(result.isProven(), watch));
    }

    Outcome solve(Goal.SetCovering goal) {
        Cover cover = new Cover(problem, goal.radius(), goal.share());
        if (!cover.isPossible()) {
            return new Infeasible(Infeasible.Cause.OUT_OF_REACH, unservedByAll(goal.radius()));
        }
        BitSet chosen = cover.greedy();
        CoverProgramme.Result result = CoverProgramme.fewest(cover, chosen, effort, watch);
        boolean isBetter = result.chosen().cardinality() < chosen.cardinality() && cover.isEnough(result.chosen());
        boolean hasChoice = result.end() == Programme.End.OPTIMAL || result.end() == Programme.End.FEASIBLE;
        chosen = cover.settled(hasChoice && isBetter ? result.chosen() : chosen);
        Service service = service(goal.radius(), chosen);
        int number = chosen.cardinality();
        return Answer.ofMinimum(
                problem, chosen, service, number, result.lower(), Answer.end(number <= result.lower(), watch));
    }

    private CoverProgramme.Result decide(double radius, int number) {
        Cover cover = new Cover(problem, radius, 1);
        if (!cover.isPossible()) {
            return new CoverProgramme.Result(Programme.End.INFEASIBLE, new BitSet(), 0);
        }
        BitSet greedy = cover.greedy();
        return greedy.cardinality() <= number
                ? new CoverProgramme.Result(Programme.End.FEASIBLE, greedy, 0)
                : CoverProgramme.decide(cover, number, effort, watch);
    }

    private double largest(BitSet chosen) {
        return service(ANYWHERE, chosen).largestCost(problem);
    }

    /** The sites that reach most weight, at whatever cost. */
    private MedianSearch.Result reach(int number) {
        return new MedianSearch(Median.ofCovering(problem, number, ANYWHERE), effort, watch).search();
    }

    private Outcome tooFewSites(Solution.End end, List<Unserved> left) {
        return end == Solution.End.PROVEN
                ? new Infeasible(Infeasible.Cause.TOO_FEW_SITES, left)
                : new Undecided(end == Solution.End.INTERRUPTED, left);
    }

    private Service service(double radius, BitSet chosen) {
        return Service.nearest(problem, radius, Cover.withFixed(problem, chosen));
    }

    private List<Unserved> unservedByAll(double radius) {
        return Service.nearest(problem, radius, Answer.all(problem)).unserved();
    }
}
