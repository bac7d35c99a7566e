package org.reentryatlas.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Tries every choice, and of each every way to divide demand that is cheapest. Shares no code with what it checks. */
final class BruteForce {
    private final SitingProblem problem;
    private final Goal goal;

    BruteForce(SitingProblem problem, Goal goal) {
        this.problem = problem;
        this.goal = goal;
    }

    /** What the best choice is worth; nothing if none does what is asked. */
    OptionalDouble best() {
        List<Integer> free = IntStream.range(0, problem.candidates())
                .filter(j -> !problem.isFixed(j))
                .boxed()
                .toList();
        List<Double> values = new ArrayList<>();
        for (int mask = 0; mask < 1 << free.size(); mask++) {
            BitSet added = new BitSet();
            for (int k = 0; k < free.size(); k++) {
                added.set(free.get(k), (mask >> k & 1) == 1);
            }
            worth(added).ifPresent(values::add);
        }
        boolean isMost = goal instanceof Goal.MaximalCovering;
        return values.stream()
                .mapToDouble(Double::doubleValue)
                .reduce((a, b) -> isMost ? Math.max(a, b) : Math.min(a, b));
    }

    /** What a choice is worth; nothing if it does not do what is asked. */
    OptionalDouble worth(BitSet added) {
        if (goal instanceof Goal.ByNumber byNumber && added.cardinality() != byNumber.newSites()) {
            return OptionalDouble.empty();
        }
        double total = Arrays.stream(TinyProblem.weights(problem)).sum();
        if (goal instanceof Goal.MaximalCovering covering) {
            return OptionalDouble.of(flow(added, covering.radius())[0]);
        }
        if (goal instanceof Goal.PMedian) {
            double[] flow = flow(added, 1e9);
            return flow[0] < total ? OptionalDouble.empty() : OptionalDouble.of(flow[1]);
        }
        if (goal instanceof Goal.SetCovering covering) {
            boolean isEnough = flow(added, covering.radius())[0] >= covering.share() * total - 1e-9;
            return isEnough ? OptionalDouble.of(added.cardinality()) : OptionalDouble.empty();
        }
        return IntStream.range(0, 10)
                .mapToDouble(radius -> radius)
                .filter(radius -> flow(added, radius)[0] >= total)
                .findFirst();
    }

    /** The most that can be served within the radius, and the least that it costs: one unit after the other, each along the cheapest way. */
    private double[] flow(BitSet added, double radius) {
        int demands = problem.demands();
        int nodes = demands + problem.candidates() + 2;
        double[][] room = new double[nodes][nodes];
        double[][] cost = new double[nodes][nodes];
        for (int i = 0; i < demands; i++) {
            room[nodes - 2][i] = problem.weight(i);
            for (int j = 0; j < problem.candidates(); j++) {
                boolean isOpen = problem.isFixed(j) || added.get(j);
                if (isOpen && problem.cost(i, j) <= radius) {
                    room[i][demands + j] = 1e6;
                    cost[i][demands + j] = problem.cost(i, j);
                    cost[demands + j][i] = -problem.cost(i, j);
                }
                room[demands + j][nodes - 1] = Math.min(problem.capacity(j), 1e6);
            }
        }
        double served = 0;
        double paid = 0;
        for (double[] step = augment(room, cost); step[0] > 0; step = augment(room, cost)) {
            served += step[0];
            paid += step[0] * step[1];
        }
        return new double[] {served, paid};
    }

    private static double[] augment(double[][] room, double[][] cost) {
        int nodes = room.length;
        double[] distance = new double[nodes];
        int[] from = new int[nodes];
        Arrays.fill(distance, 1e12);
        distance[nodes - 2] = 0;
        for (int round = 0; round < nodes; round++) {
            for (int a = 0; a < nodes; a++) {
                for (int b = 0; b < nodes; b++) {
                    if (room[a][b] > 0 && distance[a] + cost[a][b] < distance[b] - 1e-9 && distance[a] < 1e11) {
                        distance[b] = distance[a] + cost[a][b];
                        from[b] = a;
                    }
                }
            }
        }
        if (distance[nodes - 1] > 1e11) {
            return new double[] {0, 0};
        }
        double least = Double.MAX_VALUE;
        for (int at = nodes - 1; at != nodes - 2; at = from[at]) {
            least = Math.min(least, room[from[at]][at]);
        }
        for (int at = nodes - 1; at != nodes - 2; at = from[at]) {
            room[from[at]][at] -= least;
            room[at][from[at]] += least;
        }
        return new double[] {least, distance[nodes - 1]};
    }
}
