package org.reentryatlas.siting;

import java.util.Locale;
import java.util.Random;

/**
 * Speed and gaps of siting beside their targets. The p-median problems lie beside the project and are left out where they do not. Ends with 1
 * where a target is missed.
 */
public final class SitingBench {
    private static final int[] PROVEN_SOON = {1, 2, 3, 4, 5};
    private static final int[] PROVEN = {6, 7, 8, 9, 10};
    private static final int[] BOUNDED = {16, 21, 26, 31};

    private boolean isGood = true;

    private SitingBench() {}

    /** Runs it and exits. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        SitingBench bench = new SitingBench();
        if (Pmed.ORACLES.toFile().isDirectory()) {
            bench.medians();
        } else {
            System.out.println("pmed: skipped, " + Pmed.ORACLES + " is not there");
        }
        bench.coverings();
        bench.squares();
        System.exit(bench.isGood ? 0 : 1);
    }

    private void medians() {
        System.out.println("p-median          sites   p  optimum  objective      bound    gap  proven      time");
        for (int number : PROVEN_SOON) {
            median(number, 0, 5);
        }
        for (int number : PROVEN) {
            median(number, 0, 60);
        }
        for (int number : BOUNDED) {
            median(number, 0.01, 10);
        }
    }

    private void median(int number, double mostGap, double mostSeconds) {
        Pmed pmed = Pmed.read(number, Pmed.Duplicates.LAST);
        long start = System.nanoTime();
        Solution solution = (Solution) new Siting(Effort.DEFAULT).solve(pmed.problem(), pmed.goal());
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean isMet = solution.gap() <= mostGap
                && seconds <= mostSeconds
                && solution.lower() <= Pmed.optimum(number)
                && solution.objective() >= Pmed.optimum(number);
        isGood &= isMet;
        System.out.printf(
                "  pmed%-2d          %5d %3d  %7.0f  %9.0f  %9.2f  %4.2f%%  %-6s  %6.2f s  target: gap at most %.0f%% in %.0f s%s%n",
                number,
                pmed.problem().candidates(),
                pmed.goal().newSites(),
                Pmed.optimum(number),
                solution.objective(),
                solution.lower(),
                100 * solution.gap(),
                solution.isProven() ? "yes" : "no",
                seconds,
                100 * mostGap,
                mostSeconds,
                isMet ? "" : "  MISSED");
    }

    private void coverings() {
        System.out.println("maximal covering, 1000 demands, 100 candidates on a square of 100 x 100");
        for (double radius : new double[] {8, 12, 20}) {
            SitingProblem problem = square(1_000, 100, 7);
            for (int number : new int[] {1, 2, 5, 10}) {
                long start = System.nanoTime();
                Solution solution =
                        (Solution) new Siting(Effort.DEFAULT).solve(problem, new Goal.MaximalCovering(radius, number));
                double seconds = (System.nanoTime() - start) / 1e9;
                boolean isMet = solution.isProven() && seconds <= 10;
                isGood &= isMet;
                System.out.printf(
                        "  radius %2.0f  p %2d  covered %8.1f of %8.1f  proven %-3s  %6.2f s  target: proven in 10 s%s%n",
                        radius,
                        number,
                        solution.objective(),
                        problem.total(),
                        solution.isProven() ? "yes" : "no",
                        seconds,
                        isMet ? "" : "  MISSED");
            }
        }
    }

    private void squares() {
        System.out.println("200 demands, 200 candidates on a square of 100 x 100, distances with all their digits");
        SitingProblem square = square(200, 200, 11);
        square("p-median, p 5", square, new Goal.PMedian(5));
        square("p-median, p 20", square, new Goal.PMedian(20));
        square("maximal covering, p 10", square, new Goal.MaximalCovering(12, 10));
        square("set covering", square, new Goal.SetCovering(15));
        square("set covering of 90 %", square, new Goal.SetCovering(12, 0.9));
        square("p-center, p 10", square, new Goal.PCenter(10));
        System.out.println("60 demands, 40 candidates with capacities");
        SitingProblem limited = square(60, 40, 12)
                .withCapacities(new Random(12).doubles(40, 40, 90).toArray());
        square("p-median, p 8", limited, new Goal.PMedian(8));
        square("maximal covering, p 4", limited, new Goal.MaximalCovering(25, 4));
        square("set covering of 90 %", limited, new Goal.SetCovering(30, 0.9));
        square("p-center, p 8", limited, new Goal.PCenter(8));
    }

    private void square(String words, SitingProblem problem, Goal goal) {
        long start = System.nanoTime();
        Outcome outcome = new Siting(Effort.DEFAULT).solve(problem, goal);
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean isMet = outcome instanceof Solution solution && solution.isProven() && seconds <= 60;
        isGood &= isMet;
        String value = outcome instanceof Solution solution
                ? String.format("%10.2f  gap %5.2f%%", solution.objective(), 100 * solution.gap())
                : outcome.getClass().getSimpleName();
        System.out.printf(
                "  %-24s %s  %6.2f s  target: proven in 60 s%s%n", words, value, seconds, isMet ? "" : "  MISSED");
    }

    /** Demands and candidates anywhere on a square, with uneven weights. */
    static SitingProblem square(int demands, int candidates, long seed) {
        Random random = new Random(seed);
        double[][] sites = new double[candidates][2];
        for (double[] site : sites) {
            site[0] = 100 * random.nextDouble();
            site[1] = 100 * random.nextDouble();
        }
        double[] weights = new double[demands];
        double[][] costs = new double[demands][candidates];
        for (int i = 0; i < demands; i++) {
            double x = 100 * random.nextDouble();
            double y = 100 * random.nextDouble();
            weights[i] = 1 + 20 * random.nextDouble() * random.nextDouble();
            for (int j = 0; j < candidates; j++) {
                costs[i][j] = Math.hypot(x - sites[j][0], y - sites[j][1]);
            }
        }
        return SitingProblem.of(weights, costs, candidates);
    }
}
