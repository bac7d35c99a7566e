package org.reentryatlas.democity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;

/**
 * Splits connected ground into connected parts of about equal weight whose limits follow wide streets and the river.
 *
 * <p>Parts grow from centres, always the lightest one; then the centres move into the middle of their parts and all grow
 * again. At last single units change sides wherever that makes the limits shorter or the weights more equal.
 */
final class Splitter {
    private static final int ROUNDS = 14;
    /** What one metre of limit along a local street costs; along a barrier of n it costs n times n less. */
    private static final double METRE = 1.0 / 9000;

    private final List<Unit> units;
    private final int parts;
    private final double target;
    /** The part of every unit, by its place in the list; -1 while it has none. */
    private int[] partOf;

    /**
     * Ground that is never divided: a block, or several.
     *
     * @param links borders to other units of the same list, by their place in it
     */
    record Unit(int id, double weight, Coordinate centre, List<Block.Border> links) {}

    private record Candidate(int unit, double distance) {}

    private Splitter(List<Unit> units, int parts) {
        this.units = units;
        this.parts = parts;
        this.target = units.stream().mapToDouble(Unit::weight).sum() / parts;
        this.partOf = new int[units.size()];
    }

    /** For every unit of the list, in its order, the number of its part from 0. */
    static List<Integer> split(List<Unit> units, int parts) {
        Splitter splitter = new Splitter(units, parts);
        int[] best = new int[0];
        double least = Double.MAX_VALUE;
        List<Integer> centres = splitter.firstCentres();
        for (int round = 0; round < ROUNDS; round++) {
            splitter.grow(centres);
            splitter.trade();
            double cost = splitter.cost();
            if (cost < least) {
                least = cost;
                best = splitter.partOf.clone();
            }
            centres = splitter.middles();
        }
        return Arrays.stream(best).boxed().toList();
    }

    /** Far apart from each other: each next one is the unit farthest from all before it. */
    private List<Integer> firstCentres() {
        List<Integer> centres = new ArrayList<>();
        Coordinate corner =
                units.stream().map(Unit::centre).min(Comparator.naturalOrder()).orElseThrow();
        double[] nearest = new double[units.size()];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = 1e9 - units.get(i).centre().distance(corner);
        }
        while (centres.size() < parts) {
            int farthest = 0;
            for (int i = 0; i < nearest.length; i++) {
                farthest = nearest[i] > nearest[farthest] ? i : farthest;
            }
            centres.add(farthest);
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(
                        nearest[i],
                        units.get(i).centre().distance(units.get(farthest).centre()));
            }
        }
        return centres;
    }

    private void grow(List<Integer> centres) {
        Arrays.fill(partOf, -1);
        double[] weights = new double[parts];
        List<PriorityQueue<Candidate>> fronts = new ArrayList<>();
        for (int centre : centres) {
            PriorityQueue<Candidate> front = new PriorityQueue<>(
                    Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::unit));
            front.add(new Candidate(centre, 0));
            fronts.add(front);
        }
        for (int part = lightest(weights, fronts); part >= 0; part = lightest(weights, fronts)) {
            Candidate next = fronts.get(part).remove();
            if (partOf[next.unit()] >= 0) {
                continue;
            }
            partOf[next.unit()] = part;
            Unit unit = units.get(next.unit());
            weights[part] += unit.weight();
            for (Block.Border link : unit.links()) {
                if (partOf[link.other()] < 0) {
                    double step = unit.centre().distance(units.get(link.other()).centre());
                    double across = step * Math.sqrt(link.barrier());
                    fronts.get(part).add(new Candidate(link.other(), next.distance() + across));
                }
            }
        }
    }

    private static int lightest(double[] weights, List<PriorityQueue<Candidate>> fronts) {
        int lightest = -1;
        for (int part = 0; part < weights.length; part++) {
            if (!fronts.get(part).isEmpty() && (lightest < 0 || weights[part] < weights[lightest])) {
                lightest = part;
            }
        }
        return lightest;
    }

    private List<Integer> middles() {
        List<Integer> middles = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            double weight = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i < partOf.length; i++) {
                if (partOf[i] == part) {
                    Unit unit = units.get(i);
                    weight += unit.weight();
                    x += unit.weight() * unit.centre().x;
                    y += unit.weight() * unit.centre().y;
                }
            }
            middles.add(nearest(part, new Coordinate(x / weight, y / weight)));
        }
        return middles;
    }

    private int nearest(int part, Coordinate place) {
        int nearest = -1;
        for (int i = 0; i < partOf.length; i++) {
            boolean nearer = nearest < 0
                    || units.get(i).centre().distance(place)
                            < units.get(nearest).centre().distance(place);
            if (partOf[i] == part && nearer) {
                nearest = i;
            }
        }
        return nearest;
    }

    private double[] weights() {
        double[] weights = new double[parts];
        for (int i = 0; i < partOf.length; i++) {
            weights[partOf[i]] += units.get(i).weight();
        }
        return weights;
    }

    private double cost() {
        double cost = 0;
        for (double weight : weights()) {
            cost += imbalance(weight);
        }
        for (int i = 0; i < partOf.length; i++) {
            cost += limits(i, partOf[i]) / 2;
        }
        return cost;
    }

    private double imbalance(double weight) {
        double off = weight / target - 1;
        return 4 * off * off;
    }

    /** The cost of the unit's limits if it belonged to the part. */
    private double limits(int unit, int part) {
        double cost = 0;
        for (Block.Border link : units.get(unit).links()) {
            if (partOf[link.other()] != part) {
                cost += link.length() * METRE / (link.barrier() * link.barrier());
            }
        }
        return cost;
    }

    private void trade() {
        double[] weights = weights();
        boolean changed = true;
        for (int pass = 0; pass < 30 && changed; pass++) {
            changed = false;
            for (int unit = 0; unit < partOf.length; unit++) {
                changed |= tradeOne(unit, weights);
            }
        }
    }

    private boolean tradeOne(int unit, double[] weights) {
        int from = partOf[unit];
        double weight = units.get(unit).weight();
        int best = from;
        double bestGain = 1e-9;
        for (Block.Border link : units.get(unit).links()) {
            int to = partOf[link.other()];
            if (to != from) {
                double gain = limits(unit, from)
                        - limits(unit, to)
                        + imbalance(weights[from])
                        + imbalance(weights[to])
                        - imbalance(weights[from] - weight)
                        - imbalance(weights[to] + weight);
                if (gain > bestGain) {
                    best = to;
                    bestGain = gain;
                }
            }
        }
        if (best == from || !staysWhole(unit)) {
            return false;
        }
        partOf[unit] = best;
        weights[from] -= weight;
        weights[best] += weight;
        return true;
    }

    /** Whether the unit's part hangs together without it. */
    private boolean staysWhole(int without) {
        int part = partOf[without];
        List<Integer> neighbours = units.get(without).links().stream()
                .map(Block.Border::other)
                .filter(o -> partOf[o] == part)
                .toList();
        if (neighbours.isEmpty()) {
            return false;
        }
        boolean[] seen = new boolean[partOf.length];
        seen[without] = true;
        Deque<Integer> open = new ArrayDeque<>(List.of(neighbours.get(0)));
        seen[neighbours.get(0)] = true;
        while (!open.isEmpty()) {
            for (Block.Border link : units.get(open.remove()).links()) {
                if (!seen[link.other()] && partOf[link.other()] == part) {
                    seen[link.other()] = true;
                    open.add(link.other());
                }
            }
        }
        return neighbours.stream().allMatch(o -> seen[o]);
    }
}
