package org.reentryatlas.siting;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The goals, where sites have capacities and demand may be divided. */
final class CapacitatedSearch {
    private static final double ANYWHERE = Double.POSITIVE_INFINITY;

    private final SitingProblem problem;
    private final Effort effort;
    private final Watch watch;

    CapacitatedSearch(SitingProblem problem, Effort effort, Watch watch) {
        this.problem = problem;
        this.effort = effort;
        this.watch = watch;
    }

    Outcome solve(Goal.MaximalCovering goal) {
        // Without capacities no less is covered: where the programme finds no bound, that is one.
        Median median = Median.ofCovering(problem, goal.newSites(), goal.radius());
        MedianSearch.Result without = new MedianSearch(median, effort, watch).search();
        BitSet start = without.chosen();
        FlowProgramme.Result result = flow(FlowProgramme.Aim.MOST_SERVED, goal.radius(), 1, goal.newSites(), start);
        Service service = service(goal.radius(), start);
        BitSet chosen = start;
        if (result.chosen().cardinality() == goal.newSites()) {
            Service other = service(goal.radius(), result.chosen());
            boolean isBetter = other.served() >= service.served();
            chosen = isBetter ? lowest(result.chosen()) : start;
            service = isBetter ? service(goal.radius(), chosen) : service;
        }
        double left = Math.max(result.lower(), without.lower());
        return Answer.ofMaximum(problem, chosen, service, service.served(), problem.total() - left, end(result.end()));
    }

    Outcome solve(Goal.PMedian goal) {
        List<Unserved> never = service(ANYWHERE, free()).unserved();
        if (!never.isEmpty()) {
            return Answer.infeasible(never);
        }
        Median median = Median.ofMedian(problem, goal.newSites());
        MedianSearch.Result without = new MedianSearch(median, effort, watch).search();
        BitSet chosen = without.chosen();
        FlowProgramme.Result result = flow(FlowProgramme.Aim.LEAST_COST, ANYWHERE, 1, goal.newSites(), chosen);
        if (result.end() == Programme.End.INFEASIBLE) {
            return tooFewSites(goal.newSites());
        }
        if (result.chosen().cardinality() == goal.newSites()) {
            chosen = lowest(result.chosen());
        }
        Service service = service(ANYWHERE, chosen);
        if (!service.unserved().isEmpty()) {
            return new Undecided(watch.isOver(), service.unserved());
        }
        double lower = Math.max(result.lower(), without.servesAll() ? without.lower() : 0);
        return Answer.ofMinimum(problem, chosen, service, service.cost(problem), lower, end(result.end()));
    }

    Outcome solve(Goal.PCenter goal) {
        List<Unserved> never = service(ANYWHERE, free()).unserved();
        if (!never.isEmpty()) {
            return Answer.infeasible(never);
        }
        if (problem.total() == 0) {
            BitSet none = Answer.filled(problem, new BitSet(), goal.newSites());
            return Answer.ofMinimum(problem, none, service(ANYWHERE, none), 0, 0, Solution.End.PROVEN);
        }
        CenterSearch.Result result = CenterSearch.search(
                problem, radius -> decide(radius, goal.newSites()), (chosen, radius) -> radius, watch);
        if (result.reached() == Programme.End.INFEASIBLE) {
            return tooFewSites(goal.newSites());
        }
        BitSet chosen = lowest(Answer.filled(problem, result.chosen(), goal.newSites()));
        Service service = service(result.radius(), chosen);
        if (!service.unserved().isEmpty()) {
            return new Undecided(watch.isOver(), service.unserved());
        }
        return Answer.ofMinimum(
                problem,
                chosen,
                service,
                service.largestCost(problem),
                result.lower(),
                Answer.end(result.isProven(), watch));
    }

    Outcome solve(Goal.SetCovering goal) {
        BitSet all = free();
        Service most = service(goal.radius(), all);
        if (!isEnough(most, goal.share())) {
            return Answer.infeasible(most.unserved());
        }
        Service without = service(goal.radius(), new BitSet());
        if (isEnough(without, goal.share())) {
            return Answer.ofMinimum(problem, new BitSet(), without, 0, 0, Solution.End.PROVEN);
        }
        FlowProgramme.Result result =
                flow(FlowProgramme.Aim.FEWEST_SITES, goal.radius(), goal.share(), 0, new BitSet());
        boolean isFound = result.end() == Programme.End.OPTIMAL || result.end() == Programme.End.FEASIBLE;
        BitSet chosen = isFound ? lowest(result.chosen()) : all;
        Service service = service(goal.radius(), chosen);
        if (!isEnough(service, goal.share())) {
            // The solver took its tolerances for capacity; what is certain is all of them.
            chosen = all;
            service = most;
        }
        double lower = Math.ceil(Math.max(0, result.lower()) - Programme.TOLERANCE);
        int number = chosen.cardinality();
        return Answer.ofMinimum(problem, chosen, service, number, lower, Answer.end(number <= lower, watch));
    }

    private boolean isEnough(Service service, double share) {
        return share == 1
                ? service.unserved().isEmpty()
                : service.served() >= problem.total() * (share - Programme.TOLERANCE);
    }

    private CoverProgramme.Result decide(double radius, int number) {
        FlowProgramme.Result result = flow(FlowProgramme.Aim.SO_MANY_SITES, radius, 1, number, new BitSet());
        boolean isFound = result.end() == Programme.End.OPTIMAL || result.end() == Programme.End.FEASIBLE;
        boolean isSure = isFound && service(radius, result.chosen()).unserved().isEmpty();
        Programme.End end = isSure ? Programme.End.FEASIBLE : isFound ? Programme.End.UNKNOWN : result.end();
        return new CoverProgramme.Result(end, result.chosen(), 0);
    }

    /** So many sites do not serve everybody; whom they leave when they serve the most. */
    private Infeasible tooFewSites(int number) {
        BitSet start = Answer.filled(problem, new BitSet(), number);
        FlowProgramme.Result most = flow(FlowProgramme.Aim.MOST_SERVED, ANYWHERE, 1, number, start);
        BitSet chosen = most.chosen().cardinality() == number ? most.chosen() : start;
        return new Infeasible(
                Infeasible.Cause.TOO_FEW_SITES, service(ANYWHERE, chosen).unserved());
    }

    private FlowProgramme.Result flow(FlowProgramme.Aim aim, double radius, double share, int number, BitSet start) {
        return FlowProgramme.solve(
                problem, new FlowProgramme.Question(aim, radius, share, number), start, effort, watch);
    }

    private Solution.End end(Programme.End end) {
        return Answer.end(end == Programme.End.OPTIMAL, watch);
    }

    private Service service(double radius, BitSet chosen) {
        return Service.divided(problem, radius, Cover.withFixed(problem, chosen));
    }

    private BitSet free() {
        return Answer.filled(problem, new BitSet(), problem.free());
    }

    /** The same choice with each site exchanged for the lowest that is its like in all costs and in capacity. */
    private BitSet lowest(BitSet start) {
        BitSet chosen = (BitSet) start.clone();
        start.stream()
                .boxed()
                .sorted((a, b) -> b - a)
                .forEach(j -> IntStream.range(0, j)
                        .filter(other -> !problem.isFixed(other) && !chosen.get(other) && isAlike(other, j))
                        .findFirst()
                        .ifPresent(other -> {
                            chosen.clear(j);
                            chosen.set(other);
                        }));
        return chosen;
    }

    private boolean isAlike(int one, int other) {
        return problem.capacity(one) == problem.capacity(other)
                && IntStream.range(0, problem.demands()).allMatch(i -> problem.cost(i, one) == problem.cost(i, other));
    }
}
