package org.reentryatlas.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What holds of catchments in any town. */
class CatchmentPropertyTest {
    private static final double CLOSE = 1e-9;

    /** Nothing is given twice, and nothing is lost. */
    @Property
    void whatIsServedIsTheSupplyThatIsReached(
            @ForAll long seed,
            @ForAll @IntRange(max = 15) int origins,
            @ForAll @IntRange(max = 10) int sites,
            @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, origins, sites);
        Weights weights = town.weights(decay);
        Catchment two = Catchments.twoStep(weights, town.demand(), town.supply());
        double reached = 0;
        for (int site = 0; site < sites; site++) {
            reached += isReached(town, weights, site) ? town.supply()[site] : 0;
        }
        assertThat(two.reachedSupply()).isCloseTo(reached, within(CLOSE));
        assertThat(two.served()).isCloseTo(reached, within(CLOSE));
        Catchment three = Catchments.threeStep(weights, town.selection(), town.demand(), town.supply());
        assertThat(three.served()).isCloseTo(reached, within(CLOSE));
        double available = Arrays.stream(Catchments.spatialAvailability(weights, town.demand(), town.supply()))
                .sum();
        assertThat(available).isCloseTo(reached, within(CLOSE));
    }

    private static boolean isReached(Town town, Weights weights, int site) {
        return IntStream.range(0, town.table().size())
                .filter(pair -> town.table().site(pair) == site && weights.weight(pair) > 0)
                .anyMatch(pair -> town.demand()[town.table().originOfPairs()[pair]] > 0);
    }

    @Property
    void balancedAllDemandIsAroundASiteAndAllRatiosAreHandedOut(
            @ForAll long seed,
            @ForAll @IntRange(max = 15) int origins,
            @ForAll @IntRange(max = 10) int sites,
            @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, origins, sites);
        Weights weights = town.weights(decay);
        Catchment balanced = Catchments.balanced(weights, town.demand(), town.supply());
        double[] any = new double[sites];
        Arrays.fill(any, 1);
        double[] reach = Closest.opportunities(weights, any);
        double demand = IntStream.range(0, origins)
                .filter(origin -> reach[origin] > 0)
                .mapToDouble(origin -> town.demand()[origin])
                .sum();
        assertThat(IntStream.range(0, sites).mapToDouble(balanced::demand).sum())
                .isCloseTo(demand, within(CLOSE));
        double ratios = IntStream.range(0, sites).mapToDouble(balanced::ratio).sum();
        assertThat(Arrays.stream(balanced.access()).sum()).isCloseTo(ratios, within(CLOSE * (1 + ratios)));
    }

    /** What the fair access of balanced catchments is derived from. */
    @Property
    void balancedSitesOfOneRatioGiveTheMeanHomeThatRatio(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 15) int origins,
            @ForAll @IntRange(min = 1, max = 10) int sites,
            @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, origins, sites);
        Weights weights = town.weights(decay);
        CatchmentWeights balanced = CatchmentWeights.balanced(weights, town.homes(), weights.reachedSites());
        double[] everybody =
                Arrays.stream(town.demand()).map(demand -> demand + 1).toArray();
        double[] around = balanced.from().sumBySite(everybody);
        double[] supply = Arrays.stream(around).map(demand -> demand / 50).toArray();
        Catchment catchment = Catchment.of(balanced.from(), balanced.to(), everybody, supply);
        double homes = Arrays.stream(town.homes()).sum();
        double mean = IntStream.range(0, origins)
                        .mapToDouble(origin -> town.homes()[origin] * catchment.access(origin))
                        .sum()
                / homes;
        assertThat(mean).isCloseTo(weights.reachedSites() == 0 ? 0 : 1.0 / 50, within(CLOSE));
        double reaching = IntStream.range(0, origins)
                .filter(origin -> catchment.access(origin) > 0)
                .mapToDouble(origin -> everybody[origin])
                .sum();
        assertThat(catchment.reachedSupply())
                .as("all who reach a site, at that ratio")
                .isCloseTo(reaching / 50, within(CLOSE * 100));
    }

    /** Where one counts homes together is no matter: two origins in one place are one of as many homes and people. */
    @Property
    void balancedAccessDoesNotHangOnHowHomesAreGathered(@ForAll long seed, @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, 6, 4);
        CostTable.Builder parted = CostTable.builder(7, 4);
        for (int origin = 0; origin < 7; origin++) {
            for (int site = 0; site < 4; site++) {
                int from = origin;
                int to = site;
                town.table().cost(Math.min(origin, 5), site).ifPresent(cost -> parted.add(from, to, cost));
            }
        }
        double[] homes = Arrays.copyOf(town.homes(), 7);
        double[] demand = Arrays.copyOf(town.demand(), 7);
        homes[6] = homes[5] / 4;
        homes[5] -= homes[6];
        demand[6] = demand[5] / 4;
        demand[5] -= demand[6];
        double[] whole = balancedAccess(town, town.homes(), decay);
        double[] inParts = balancedAccess(new Town(parted.build(), demand, town.supply()), homes, decay);
        for (int origin = 0; origin < 7; origin++) {
            double expected = whole[Math.min(origin, 5)];
            assertThat(inParts[origin]).isCloseTo(expected, within(CLOSE * Math.max(1, expected)));
        }
    }

    private static double[] balancedAccess(Town town, double[] homes, int decay) {
        Weights weights = town.weights(decay);
        CatchmentWeights balanced = CatchmentWeights.balanced(weights, homes, weights.reachedSites());
        return Catchment.of(balanced.from(), balanced.to(), town.demand(), town.supply())
                .access();
    }

    /** Another site makes nobody's nearest site farther, nor anybody's opportunities or access less. */
    @Property
    void anotherSiteWorsensNothing(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 15) int origins,
            @ForAll @IntRange(min = 1, max = 10) int sites,
            @ForAll @IntRange(max = 4) int decay) {
        Town after = Town.of(seed, origins, sites);
        CostTable.Builder fewer = CostTable.builder(origins, sites - 1);
        for (int origin = 0; origin < origins; origin++) {
            for (int site = 0; site < sites - 1; site++) {
                int from = origin;
                int to = site;
                after.table().cost(origin, site).ifPresent(cost -> fewer.add(from, to, cost));
            }
        }
        Town before = new Town(fewer.build(), after.demand(), Arrays.copyOf(after.supply(), sites - 1));
        assertNoneWorse(access(before, decay), access(after, decay));
        assertNoneWorse(opportunities(before, decay), opportunities(after, decay));
        for (int nth = 1; nth <= 3; nth++) {
            int[] then = Closest.costs(before.table(), nth);
            int[] now = Closest.costs(after.table(), nth);
            for (int origin = 0; origin < origins; origin++) {
                assertThat(then[origin] == Closest.NONE || (now[origin] != Closest.NONE && now[origin] <= then[origin]))
                        .as("%d before, %d now", then[origin], now[origin])
                        .isTrue();
            }
        }
    }

    private static double[] access(Town town, int decay) {
        return Catchments.twoStep(town.weights(decay), town.demand(), town.supply())
                .access();
    }

    private static double[] opportunities(Town town, int decay) {
        return Closest.opportunities(town.weights(decay), town.supply());
    }

    private static void assertNoneWorse(double[] before, double[] after) {
        for (int origin = 0; origin < before.length; origin++) {
            assertThat(after[origin]).isGreaterThanOrEqualTo(before[origin]);
        }
    }

    @Property
    void timesAsMuchDemandLeavesAsManyTimesLess(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 100) double factor,
            @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, 9, 6);
        double[] scaled =
                Arrays.stream(town.demand()).map(demand -> demand * factor).toArray();
        Weights weights = town.weights(decay);
        assertProportional(
                Catchments.twoStep(weights, town.demand(), town.supply()).access(),
                Catchments.twoStep(weights, scaled, town.supply()).access(),
                factor);
        assertProportional(
                Catchments.threeStep(weights, town.selection(), town.demand(), town.supply())
                        .access(),
                Catchments.threeStep(weights, town.selection(), scaled, town.supply())
                        .access(),
                factor);
        assertProportional(
                Catchments.balanced(weights, town.demand(), town.supply()).access(),
                Catchments.balanced(weights, scaled, town.supply()).access(),
                factor);
        assertProportional(
                Gap.of(CatchmentWeights.twoStep(weights), scaled, town.supply()),
                Gap.of(CatchmentWeights.twoStep(weights), town.demand(), town.supply()),
                factor);
    }

    private static void assertProportional(double[] one, double[] other, double factor) {
        for (int i = 0; i < one.length; i++) {
            assertThat(one[i]).isCloseTo(other[i] * factor, within(CLOSE * Math.max(1, one[i])));
        }
    }

    /** Other numbers for origins and sites are other names: every measure stays, but for the order in which it is summed. */
    @Property
    void namesDoNotMatter(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 15) int origins,
            @ForAll @IntRange(min = 1, max = 10) int sites,
            @ForAll @IntRange(max = 4) int decay) {
        Town town = Town.of(seed, origins, sites);
        List<Integer> newOrigins = shuffled(origins, seed);
        List<Integer> newSites = shuffled(sites, seed + 1);
        CostTable.Builder table = CostTable.builder(origins, sites);
        double[] demand = new double[origins];
        double[] supply = new double[sites];
        for (int origin = 0; origin < origins; origin++) {
            demand[newOrigins.get(origin)] = town.demand()[origin];
            for (int site = 0; site < sites; site++) {
                supply[newSites.get(site)] = town.supply()[site];
                int from = newOrigins.get(origin);
                int to = newSites.get(site);
                town.table().cost(origin, site).ifPresent(cost -> table.add(from, to, cost));
            }
        }
        Town renamed = new Town(table.build(), demand, supply);
        double[][] before = measures(town, decay);
        double[][] after = measures(renamed, decay);
        for (int measure = 0; measure < before.length; measure++) {
            for (int origin = 0; origin < origins; origin++) {
                double expected = before[measure][origin];
                assertThat(after[measure][newOrigins.get(origin)])
                        .as("measure %d of origin %d", measure, origin)
                        .isCloseTo(expected, within(CLOSE * Math.max(1, expected)));
            }
        }
    }

    private static double[][] measures(Town town, int decay) {
        Weights weights = town.weights(decay);
        double[] half = Arrays.stream(town.demand()).map(demand -> demand / 2).toArray();
        List<Range> gaps =
                Gap.within(CatchmentWeights.twoStep(weights), DemandBox.of(half, town.demand()), town.supply());
        return new double[][] {
            Arrays.stream(Closest.costs(town.table(), 2)).asDoubleStream().toArray(),
            opportunities(town, decay),
            access(town, decay),
            Catchments.threeStep(weights, town.selection(), town.demand(), town.supply())
                    .access(),
            Catchments.balanced(weights, town.demand(), town.supply()).access(),
            Gap.of(CatchmentWeights.twoStep(weights), town.demand(), town.supply()),
            gaps.stream().mapToDouble(Range::low).toArray(),
            gaps.stream().mapToDouble(Range::high).toArray()
        };
    }

    private static List<Integer> shuffled(int size, long seed) {
        List<Integer> names = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Collections.shuffle(names, new Random(seed));
        return names;
    }
}
