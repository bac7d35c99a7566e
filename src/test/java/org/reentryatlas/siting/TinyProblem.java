package org.reentryatlas.siting;

import java.util.Random;
import java.util.stream.IntStream;

/** Random problems that are small enough to try every choice; costs and weights are small whole numbers, so that there are ties. */
final class TinyProblem {
    private TinyProblem() {}

    static SitingProblem of(long seed, boolean isCapacitated) {
        Random random = new Random(seed);
        int demands = random.nextInt(7);
        int candidates = random.nextInt(7);
        double missing = random.nextInt(3) * 0.2;
        double[] weights =
                IntStream.range(0, demands).mapToDouble(i -> random.nextInt(5)).toArray();
        double[][] costs = new double[demands][candidates];
        for (double[] row : costs) {
            for (int j = 0; j < candidates; j++) {
                row[j] = random.nextDouble() < missing ? Double.POSITIVE_INFINITY : random.nextInt(10);
            }
        }
        int[] fixed = IntStream.range(0, candidates)
                .filter(j -> random.nextInt(5) == 0)
                .toArray();
        SitingProblem problem = SitingProblem.of(weights, costs, candidates).withFixed(fixed);
        if (!isCapacitated || candidates == 0) {
            return problem;
        }
        double[] capacities = IntStream.range(0, candidates)
                .mapToDouble(j -> random.nextInt(6) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(9))
                .toArray();
        return problem.withCapacities(capacities);
    }

    /** One of the goals. */
    static Goal goal(long seed) {
        Random random = new Random(~seed);
        int number = random.nextInt(4);
        int radius = random.nextInt(10);
        return switch (random.nextInt(5)) {
            case 0 -> new Goal.PMedian(number);
            case 1 -> new Goal.PCenter(number);
            case 2 -> new Goal.SetCovering(radius, random.nextInt(5) / 4.0);
            case 3 -> new Goal.SetCovering(radius);
            default -> new Goal.MaximalCovering(radius, number);
        };
    }

    /** A problem with its candidates in another order: {@code order[j]} is the old number of the new candidate j. */
    static SitingProblem relabelled(SitingProblem problem, int[] order) {
        double[] capacities = IntStream.of(order).mapToDouble(problem::capacity).toArray();
        int[] fixed = IntStream.range(0, order.length)
                .filter(j -> problem.isFixed(order[j]))
                .toArray();
        double[][] costs = new double[problem.demands()][order.length];
        for (int i = 0; i < costs.length; i++) {
            for (int j = 0; j < order.length; j++) {
                costs[i][j] = problem.cost(i, order[j]);
            }
        }
        return SitingProblem.of(weights(problem), costs, order.length)
                .withFixed(fixed)
                .withCapacities(capacities);
    }

    /** A problem without its last candidate, unless that is fixed. */
    static SitingProblem withoutLast(SitingProblem problem) {
        return relabelled(problem, IntStream.range(0, problem.candidates() - 1).toArray());
    }

    static double[] weights(SitingProblem problem) {
        return IntStream.range(0, problem.demands())
                .mapToDouble(problem::weight)
                .toArray();
    }
}
