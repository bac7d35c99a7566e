package org.reentryatlas.access;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** How long measures of access take on the 748,437 pairs of Belo Horizonte; left out where these do not lie beside the project. */
public final class AccessBench {
    private static final int ROUNDS = 5;
    private static final double TARGET_SECONDS = 1;

    private AccessBench() {}

    /** Runs it and exits: 1 where the target is missed. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        if (!Bho.ORACLES.toFile().isDirectory()) {
            System.out.println("access: skipped, " + Bho.ORACLES + " is not there");
            return;
        }
        Bho city = new Bho();
        System.out.printf("%,d pairs; first run and best of %d%n", city.seconds.size(), ROUNDS);
        double seconds = time("2SFCA, weights included, target 1.000 s", () -> twoStep(city, new Decay.Within(1_800)));
        time("2SFCA with an exponential decay", () -> twoStep(city, new Decay.Exponential(0.1 / Bho.MINUTE)));
        Weights weights = Weights.of(city.seconds, new Decay.Exponential(0.1 / Bho.MINUTE));
        time("3SFCA", () -> Catchments.threeStep(weights, weights, city.people, city.schools));
        time("balanced", () -> Catchments.balanced(weights, city.people, city.schools));
        time("third nearest", () -> Closest.costs(city.seconds, 3));
        time("table turned around", city.seconds::transposed);
        DemandBox box = DemandBox.of(scaled(city.people, 0.9), scaled(city.people, 1.1));
        time(
                "gap within bounds, demand ± 10 %",
                () -> Gap.within(CatchmentWeights.twoStep(weights), box, city.schools));
        width(city);
        if (seconds > TARGET_SECONDS) {
            System.out.println("  MISSED");
            System.exit(1);
        }
    }

    private static Catchment twoStep(Bho city, Decay decay) {
        return Catchments.twoStep(Weights.of(city.seconds, decay), city.people, city.schools);
    }

    private static double[] scaled(double[] amounts, double factor) {
        return Arrays.stream(amounts).map(amount -> amount * factor).toArray();
    }

    /** The slowest run counts, which is the first: a gap is worked out once. */
    private static double time(String what, Supplier<Object> work) {
        double first = 0;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Object result = work.get();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (result.hashCode() == 0) {
                System.out.println("an object of hash 0");
            }
            first = round == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        System.out.printf("  %-45s %6.3f s  %6.3f s%n", what, first, best);
        return first;
    }

    /** How wide bounds are where a tenth of the cells is hidden, in sum and beside all demand. */
    private static void width(Bho city) {
        double[] low = city.people.clone();
        for (int cell = 0; cell < low.length; cell += 10) {
            low[cell] = 0;
        }
        Weights weights = Weights.of(city.seconds, Decay.Steps.enhanced(Bho.MINUTE));
        List<Range> gaps = Gap.within(CatchmentWeights.twoStep(weights), DemandBox.of(low, city.people), city.schools);
        double lows = gaps.stream().mapToDouble(Range::low).sum();
        double highs = gaps.stream().mapToDouble(Range::high).sum();
        double truth = Arrays.stream(Gap.of(CatchmentWeights.twoStep(weights), city.people, city.schools))
                .sum();
        System.out.printf(
                "  a tenth of the cells unknown from 0 up: gap of all between %,.0f and %,.0f; %,.0f if all are there; demand %,.0f%n",
                lows, highs, truth, Arrays.stream(city.people).sum());
    }
}
