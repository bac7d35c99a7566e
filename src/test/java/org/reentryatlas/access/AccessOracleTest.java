package org.reentryatlas.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * What other programs have worked out: PySAL's access and esda, and the R package accessibility. Their numbers are not part of this
 * project, so the tests run only where they lie beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessOracleTest {
    private static final double CLOSED_FORM = 1e-9;
    private static final double MEASURE = 1e-6;

    private JsonNode pysal = new ObjectMapper().createObjectNode();
    private JsonNode esda = new ObjectMapper().createObjectNode();

    @BeforeAll
    void read() throws IOException {
        assumeTrue(Files.isDirectory(Bho.ORACLES), "skipped: the numbers of other programs are not beside the project");
        pysal = new ObjectMapper()
                .readTree(Bho.ORACLES.resolve("pysal-access/expected.json").toFile());
        esda = new ObjectMapper()
                .readTree(Bho.ORACLES.resolve("esda/expected.json").toFile());
    }

    /** Four scenarios of ways that are not the same both ways; PySAL lets sites beyond the cut-off draw demand away. */
    @Test
    void hospitalsHaveTheAccessOfPysal() {
        double[] demand = named(pysal.path("pop"));
        double[] supply = named(pysal.path("docs"));
        assertThat(pysal.path("scenarios")).hasSize(4);
        for (JsonNode scenario : pysal.path("scenarios")) {
            CostTable.Builder costs = CostTable.builder(3, 3);
            scenario.path("cost").properties().forEach(way -> {
                String[] ends = way.getKey().split("->", -1);
                costs.add(
                        Integer.parseInt(ends[0]) - 1,
                        Integer.parseInt(ends[1]) - 1,
                        way.getValue().asInt());
            });
            CostTable table = costs.build();
            Decay inverse = new Decay.Power(1, 1);
            Weights weights =
                    Weights.of(table, inverse.upTo(pysal.path("max_cost").asInt()));
            Catchment two = Catchments.twoStep(weights, demand, supply);
            assertClose(two.access(), named(scenario.path("two_sfca")), CLOSED_FORM);
            assertThat(two.served())
                    .isCloseTo(scenario.path("conservation_2sfca_sum_pop_x_A").asDouble(), within(CLOSED_FORM));
            Catchment three = Catchments.threeStep(weights, Weights.of(table, inverse), demand, supply);
            assertClose(three.access(), named(scenario.path("three_sfca")), CLOSED_FORM);
        }
    }

    private static double[] named(JsonNode byName) {
        return IntStream.rangeClosed(1, 3)
                .mapToDouble(name -> byName.path(Integer.toString(name)).asDouble())
                .toArray();
    }

    /** The steps from each of 5 × 5 points to all of them, with a weight that rises, which is a function like any other. */
    @Test
    void gravityOnAGridIsThatOfPysal() {
        int unit = 300_000_000;
        Weights weights = Weights.of(grid(unit), cost -> (double) cost / unit / 60);
        double[] supply = new double[25];
        Arrays.fill(supply, 1);
        double[] reached = Closest.opportunities(weights, supply);
        JsonNode expected = pysal.path("grid5x5_gravity_scale60_alpha1").path("recomputed");
        assertThat(expected).hasSize(5);
        expected.properties()
                .forEach(point -> assertThat(reached[Integer.parseInt(point.getKey()) - 1])
                        .isCloseTo(point.getValue().asDouble(), within(CLOSED_FORM)));
    }

    @Test
    void catchmentsOnAGridAreThoseOfPysal() {
        CostTable all = grid(10);
        CostTable.Builder toSites = CostTable.builder(5, 25);
        CostTable.Builder among = CostTable.builder(5, 5);
        int[] points = {0, 7, 12, 18, 24};
        for (int origin = 0; origin < points.length; origin++) {
            for (int site = 0; site < 25; site++) {
                toSites.add(origin, site, all.cost(points[origin], site).orElseThrow());
            }
            for (int other = 0; other < points.length; other++) {
                among.add(origin, other, all.cost(points[origin], points[other]).orElseThrow());
            }
        }
        CostTable table = toSites.build();
        double[] demand = {1, 1, 1, 1, 1};
        double[] supply = new double[25];
        Arrays.fill(supply, 1);
        JsonNode expected = pysal.path("grid5x5_fca");
        double large = expected.path("fca_ratio_large").asDouble();
        assertThat(Catchments.ratio(among.build(), table, 1_000, demand, supply))
                .containsOnly(large);
        Weights everything = Weights.of(table, new Decay.Within(1_000));
        assertClose(Catchments.twoStep(everything, demand, supply).access(), large);
        assertClose(Catchments.threeStep(everything, everything, demand, supply).access(), large);
        assertThat(Closest.opportunities(everything, supply))
                .containsOnly(expected.path("weighted_catchment_large").asDouble());
        assertThat(Catchments.ratio(among.build(), table, 9, demand, supply))
                .containsOnly(expected.path("catchment_0.9").asDouble());
        assertThat(Catchments.ratio(CostTable.builder(5, 5).build(), table, 9, demand, supply))
                .as("where PySAL has no number")
                .containsOnly(0);
    }

    private static CostTable grid(int unit) {
        CostTable.Builder table = CostTable.builder(25, 25);
        for (int from = 0; from < 25; from++) {
            for (int to = 0; to < 25; to++) {
                double distance = Math.hypot(from / 5 - to / 5, from % 5 - to % 5);
                table.add(from, to, (int) Math.round(unit * distance));
            }
        }
        return table.build();
    }

    private static void assertClose(double[] values, double expected) {
        for (double value : values) {
            assertThat(value).isCloseTo(expected, within(CLOSED_FORM));
        }
    }

    @Test
    void beloHorizonteHasTheMeasuresOfTheRPackage() throws IOException {
        Bho city = new Bho();
        assertThat(city.seconds.size()).isEqualTo(748_437);
        int[] schools =
                Arrays.stream(city.schools).mapToInt(count -> (int) count).toArray();
        for (int n = 1; n <= 2; n++) {
            assertClose(minutes(Closest.costs(city.seconds, schools, n)), city.expected("ctc_schools_n" + n), MEASURE);
        }
        Weights half = Weights.of(city.seconds, new Decay.Within(30 * Bho.MINUTE));
        Weights slow = Weights.of(city.seconds, new Decay.Exponential(0.1 / Bho.MINUTE));
        Weights steep = Weights.of(city.seconds, new Decay.Exponential(0.2 / Bho.MINUTE));
        double[] jobs = Closest.opportunities(half, city.jobs);
        assertClose(Closest.opportunities(half, city.schools), city.expected("cum30_schools"), MEASURE);
        assertClose(jobs, city.expected("cum30_jobs"), MEASURE);
        assertClose(Closest.opportunities(steep, city.jobs), city.expected("grav_exp0.2_jobs"), MEASURE);
        assertClose(Closest.opportunities(slow, city.schools), city.expected("grav_exp0.1_schools"), MEASURE);
        assertTwoStep(city, new Decay.Within(30 * Bho.MINUTE), city.schools, "fca2s_bin30_schools");
        assertTwoStep(city, new Decay.Within(45 * Bho.MINUTE), city.jobs, "fca2s_bin45_jobs");
        List<Decay.Band> bands = Decay.Steps.enhanced(Bho.MINUTE).bands();
        assertTwoStep(city, new Decay.StepsBefore(bands), city.schools, "fca2s_step_schools");
        assertClose(
                Catchments.balanced(slow, city.people, city.schools).access(),
                city.expected("bfca_exp0.1_schools"),
                MEASURE);
        assertClose(
                Catchments.spatialAvailability(slow, city.people, city.schools),
                city.expected("spavail_exp0.1_schools"),
                MEASURE);
        assertThat(Catchments.twoStep(half, city.people, city.schools).served()).isCloseTo(184, within(CLOSED_FORM));
        assertThat(Inequality.gini(jobs, city.people).orElseThrow()).isCloseTo(0.4715251, within(5e-8));
        assertThat(Inequality.palma(jobs, city.people, city.incomes()).orElseThrow())
                .isCloseTo(3.800465, within(5e-7));
    }

    private static void assertTwoStep(Bho city, Decay decay, double[] supply, String measure) {
        Weights weights = Weights.of(city.seconds, decay);
        assertClose(Catchments.twoStep(weights, city.people, supply).access(), city.expected(measure), MEASURE);
    }

    private static double[] minutes(int[] seconds) {
        return Arrays.stream(seconds)
                .mapToDouble(cost -> cost == Closest.NONE ? Double.POSITIVE_INFINITY : (double) cost / Bho.MINUTE)
                .toArray();
    }

    /** Within a share of the expected number; where the other program has none, ours is 0. */
    private static void assertClose(double[] values, double[] expected, double tolerance) {
        assertThat(values).hasSameSizeAs(expected);
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(expected[i])) {
                assertThat(values[i]).as("cell %d", i).isEqualTo(expected[i]);
            } else {
                double number = Double.isNaN(expected[i]) ? 0 : expected[i];
                assertThat(values[i]).as("cell %d", i).isCloseTo(number, within(tolerance * Math.abs(number)));
            }
        }
    }

    /** Six points, those within 15 of each other neighbours. Printed to eight digits, and p one-sided to six. */
    @Test
    void hotSpotsAreThoseOfEsda() {
        JsonNode oracle = esda.path("getis_ord");
        JsonNode points = oracle.path("points");
        CostTable.Builder table = CostTable.builder(points.size(), points.size());
        List<OptionalDouble> values = new ArrayList<>();
        for (int one = 0; one < points.size(); one++) {
            values.add(OptionalDouble.of(oracle.path("y").path(one).asDouble()));
            for (int other = 0; other < points.size(); other++) {
                double distance = Math.hypot(
                        points.path(one).path(0).asDouble()
                                - points.path(other).path(0).asDouble(),
                        points.path(one).path(1).asDouble()
                                - points.path(other).path(1).asDouble());
                table.add(one, other, (int) Math.ceil(distance));
            }
        }
        Weights near = Weights.of(
                table.build(), new Decay.Within(oracle.path("distance_band").asInt()));
        HotSpots.General general = HotSpots.general(near, values).orElseThrow();
        assertThat(general.g()).isCloseTo(oracle.path("G").asDouble(), within(5e-9));
        assertThat(general.p() / 2).isCloseTo(oracle.path("G_p_norm").asDouble(), within(5e-7));
        assertThat(HotSpots.gi(near, values).get(0).orElseThrow().z())
                .isCloseTo(oracle.path("Gi_Z[0]_binary").asDouble(), within(5e-8));
        // esda's numbers for weights that add up to 1 use the variance for weights of 0 and 1; Ord and Getis's own
        // formula,
        // which is for any weights, gives the same as without.
        assertThat(HotSpots.giStar(near, 1, values).get(0).orElseThrow().z())
                .isCloseTo(oracle.path("Gi_star_Z[0]_binary").asDouble(), within(5e-9));
    }
}
