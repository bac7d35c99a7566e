package org.reentryatlas.access;

import java.util.Arrays;
import java.util.Random;

/** A town that a seed draws: some ways are missing, some costs and amounts are 0, some sites lie where nobody is. */
final class Town {
    static final int FARTHEST = 60;
    static final Decay[] DECAYS = {
        new Decay.Within(25),
        Decay.Steps.enhanced(1),
        new Decay.Exponential(0.1),
        new Decay.Gaussian(15).upTo(40),
        new Decay.Power(2, 1.5)
    };

    private final CostTable table;
    private final double[] demand;
    private final double[] supply;

    Town(CostTable table, double[] demand, double[] supply) {
        this.table = table;
        this.demand = demand;
        this.supply = supply;
    }

    CostTable table() {
        return table;
    }

    double[] demand() {
        return demand;
    }

    double[] supply() {
        return supply;
    }

    static Town of(long seed, int origins, int sites) {
        Random dice = new Random(seed);
        CostTable.Builder table = CostTable.builder(origins, sites);
        for (int origin = 0; origin < origins; origin++) {
            for (int site = 0; site < sites; site++) {
                if (dice.nextInt(4) > 0) {
                    table.add(origin, site, dice.nextInt(FARTHEST));
                }
            }
        }
        return new Town(table.build(), amounts(dice, origins, 100), amounts(dice, sites, 30));
    }

    private static double[] amounts(Random dice, int size, int most) {
        double[] amounts = new double[size];
        Arrays.setAll(amounts, i -> dice.nextInt(5) == 0 ? 0 : most * dice.nextDouble());
        return amounts;
    }

    Weights weights(int decay) {
        return Weights.of(table, DECAYS[decay % DECAYS.length]);
    }

    /** Two steps, three or balanced ones. */
    CatchmentWeights measure(int decay, int measure) {
        Weights weights = weights(decay);
        return switch (measure) {
            case 0 -> CatchmentWeights.twoStep(weights);
            case 1 -> CatchmentWeights.twoStep(Catchments.threeStepWeights(weights, selection()));
            default -> CatchmentWeights.balanced(weights, homes(), weights.reachedSites());
        };
    }

    double[] homes() {
        double[] homes = new double[demand.length];
        Arrays.setAll(homes, origin -> 1 + origin % 3 + Math.rint(demand[origin] / 2));
        return homes;
    }

    Weights selection() {
        return Weights.of(table, new Decay.Exponential(0.05));
    }
}
