package org.reentryatlas.access;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class DemandSharesTest {
    /** Three origins around the site with different weights, and one that is not. */
    @Test
    void raisesThoseThatWeighMuchForTheLeastAndTheOthersForTheMost() {
        CostTable table =
                CostTable.builder(4, 1).add(0, 0, 4).add(1, 0, 1).add(2, 0, 2).build();
        DemandBox box = DemandBox.of(new double[] {1, 1, 1, 1}, new double[] {3, 3, 3, 3});
        DemandShares shares = DemandShares.of(Weights.of(table, cost -> 1.0 / cost), box);
        // Weights 1/4, 1 and 1/2. At the least the second is 3; at the most the fourth and the first are.
        assertThat(shares.least(0)).isCloseTo(6 / 3.75, within(1e-12));
        assertThat(shares.most(0)).isCloseTo(8 / 2.25, within(1e-10));
    }

    @Test
    void aSiteThatNobodyMayBeAroundHasNoMost() {
        CostTable table = CostTable.builder(2, 2).add(0, 0, 1).add(1, 1, 1).build();
        DemandBox box = DemandBox.of(new double[] {0, 0}, new double[] {3, 0});
        DemandShares shares = DemandShares.of(Weights.of(table, new Decay.Within(1)), box);
        assertThat(Gap.reachedSupply(Weights.of(table, new Decay.Within(1)), box, new double[] {5, 7}))
                .isEqualTo(new Range(0, 5));
        assertThat(shares.least(0)).isEqualTo(1);
        assertThat(shares.most(0)).as("no end").isZero();
        assertThat(shares.least(1)).isZero();
        assertThat(shares.most(1)).isZero();
    }

    /** The ends are those over all corners of the box: not only sure, but reached. */
    @Property(tries = 300)
    void theEndsAreReachedAtCorners(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int origins, @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, origins, 3);
        Weights weights = town.weights(decay);
        Random dice = new Random(seed);
        double[] low = Arrays.stream(town.demand())
                .map(demand -> demand * dice.nextInt(3) / 2)
                .toArray();
        DemandShares shares = DemandShares.of(weights, DemandBox.of(low, town.demand()));
        double[] least = new double[3];
        Arrays.fill(least, Double.MAX_VALUE);
        double[] most = new double[3];
        for (int corner = 0; corner < 1 << origins; corner++) {
            double[] demand = low.clone();
            for (int origin = 0; origin < origins; origin++) {
                demand[origin] = (corner >> origin & 1) == 1 ? town.demand()[origin] : demand[origin];
            }
            double[] around = weights.sumBySite(demand);
            double all = Arrays.stream(demand).sum();
            for (int site = 0; site < 3; site++) {
                least[site] = around[site] > 0 ? Math.min(least[site], all / around[site]) : least[site];
                most[site] = around[site] > 0 ? Math.max(most[site], all / around[site]) : most[site];
            }
        }
        for (int site = 0; site < 3; site++) {
            // Of what nobody can be around, and of what it can be that nobody is, there is no quotient.
            double lowest = weights.sumBySite(town.demand())[site] > 0 ? least[site] : 0;
            double highest = weights.sumBySite(low)[site] > 0 ? most[site] : 0;
            assertThat(shares.least(site)).isCloseTo(lowest, within(1e-9 * lowest));
            assertThat(shares.most(site)).isCloseTo(highest, within(1e-9 * highest));
        }
    }
}
