package org.reentryatlas.siting;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPVariable;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sites with capacities as a programme: which are open, and which part of each demand each of them serves. */
final class FlowProgramme {
    /** What is asked. */
    enum Aim {
        /** The least weight times cost, everybody being served by so many new sites. */
        LEAST_COST,
        /** The most weight served by so many new sites. */
        MOST_SERVED,
        /** The fewest new sites that serve the share. */
        FEWEST_SITES,
        /** Whether so many new sites serve everybody. */
        SO_MANY_SITES
    }

    /**
     * A question.
     *
     * @param number of new sites; without meaning for the fewest
     * @param share of weight for the fewest sites, otherwise 1
     */
    record Question(Aim aim, double radius, double share, int number) {}

    /**
     * What came out.
     *
     * @param chosen new sites; empty without a solution
     * @param lower no choice costs less, leaves less weight, or has fewer sites
     */
    record Result(Programme.End end, BitSet chosen, double lower) {}

    private final SitingProblem problem;
    private final Question question;
    private final Programme programme;
    private final double total;
    private final double unit;
    private final @Nullable MPVariable[] sites;

    private FlowProgramme(SitingProblem problem, Question question, Programme programme) {
        this.problem = problem;
        this.question = question;
        this.programme = programme;
        this.total = problem.total() > 0 ? problem.total() : 1;
        this.unit = question.aim() == Aim.LEAST_COST ? dearest(problem) : 1;
        this.sites = new MPVariable[problem.candidates()];
    }

    /**
     * Solves it.
     *
     * @param start new sites to begin with
     */
    static Result solve(SitingProblem problem, Question question, BitSet start, Effort effort, Watch watch) {
        watch.tell(Watch.Phase.PROGRAMME, 1, 1);
        try (Programme programme = Programme.integer(effort, watch)) {
            FlowProgramme flow = new FlowProgramme(problem, question, programme);
            flow.build();
            flow.hint(start);
            Programme.End end = programme.solve();
            boolean isFound = end == Programme.End.OPTIMAL || end == Programme.End.FEASIBLE;
            BitSet chosen = isFound ? Median.bits(Programme.taken(flow.sites)) : new BitSet();
            double bound = end == Programme.End.OPTIMAL
                    ? programme.value()
                    : end == Programme.End.FEASIBLE ? programme.bound() : Double.NEGATIVE_INFINITY;
            return new Result(end, chosen, bound * flow.unit);
        }
    }

    private void build() {
        boolean isByNumber = question.aim() != Aim.FEWEST_SITES;
        MPConstraint number = programme.row(
                question.aim() == Aim.SO_MANY_SITES || !isByNumber ? 0 : question.number(),
                isByNumber ? question.number() : problem.candidates());
        MPConstraint[] capacity = new MPConstraint[sites.length];
        for (int j = 0; j < sites.length; j++) {
            double most = problem.capacity(j);
            boolean isLimited = most < Double.POSITIVE_INFINITY;
            capacity[j] = programme.row(
                    Double.NEGATIVE_INFINITY,
                    !isLimited ? Double.POSITIVE_INFINITY : problem.isFixed(j) ? most / total : 0);
            if (!problem.isFixed(j)) {
                MPVariable site = programme.choice(isByNumber ? 0 : 1, true);
                number.setCoefficient(site, 1);
                capacity[j].setCoefficient(site, isLimited ? -Math.min(most / total, 1) : 0);
                sites[j] = site;
            }
        }
        double least = question.aim() == Aim.FEWEST_SITES ? question.share() * (1 - 1e-9) : 0;
        MPConstraint share = programme.row(least, Double.POSITIVE_INFINITY);
        IntStream.range(0, problem.demands()).filter(problem::asks).forEach(i -> addDemand(i, capacity, share));
    }

    private void addDemand(int demand, MPConstraint[] capacity, MPConstraint share) {
        boolean isForAll = question.aim() != Aim.MOST_SERVED && question.share() == 1;
        double weight = problem.weight(demand);
        MPConstraint parts = programme.row(isForAll ? 1 : 0, 1);
        if (question.aim() == Aim.MOST_SERVED) {
            // What is left is what costs: so the programme is a minimum, as all are.
            parts.setBounds(1, 1);
            parts.setCoefficient(programme.amount(1, weight), 1);
        }
        for (int j = 0; j < sites.length; j++) {
            if (!problem.isWithin(demand, j, question.radius()) || problem.capacity(j) == 0) {
                continue;
            }
            double cost = question.aim() == Aim.LEAST_COST ? weight * problem.cost(demand, j) / unit : 0;
            MPVariable part = programme.amount(1, cost);
            parts.setCoefficient(part, 1);
            share.setCoefficient(part, weight / total);
            if (problem.capacity(j) < Double.POSITIVE_INFINITY) {
                capacity[j].setCoefficient(part, weight / total);
            }
            MPVariable site = sites[j];
            if (site != null) {
                MPConstraint isOpen = programme.row(Double.NEGATIVE_INFINITY, 0);
                isOpen.setCoefficient(part, 1);
                isOpen.setCoefficient(site, -1);
            }
        }
    }

    private void hint(BitSet start) {
        int[] free = IntStream.range(0, sites.length)
                .filter(j -> !problem.isFixed(j))
                .toArray();
        MPVariable[] variables = new MPVariable[free.length];
        double[] values = new double[free.length];
        for (int k = 0; k < free.length; k++) {
            MPVariable site = sites[free[k]];
            if (site != null) {
                variables[k] = site;
            }
            values[k] = start.get(free[k]) ? 1 : 0;
        }
        if (!start.isEmpty()) {
            programme.hint(variables, values);
        }
    }

    /** Objectives of a size that the solver's tolerances are made for. */
    private static double dearest(SitingProblem problem) {
        double dearest = 0;
        for (int i = 0; i < problem.demands(); i++) {
            for (int j = 0; j < problem.candidates(); j++) {
                if (problem.isWithin(i, j, Double.POSITIVE_INFINITY)) {
                    dearest = Math.max(dearest, problem.weight(i) * problem.cost(i, j));
                }
            }
        }
        return dearest > 0 ? dearest : 1;
    }
}
