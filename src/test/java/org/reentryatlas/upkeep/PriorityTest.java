package org.reentryatlas.upkeep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.reentryatlas.upkeep.Priority.Component;
import org.reentryatlas.upkeep.Priority.Place;
import org.reentryatlas.upkeep.Priority.Ranked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Scores of places: by hand, and what holds whatever the values and weights are. */
class PriorityTest {
    private static final List<Component> TWO = List.of(new Component("dumping", 3, 0), new Component("days", 1, 1));

    @Test
    void aScoreIsTheSumOfWhatEachComponentAdds() {
        List<Ranked> ranked = Priority.rank(
                TWO,
                List.of(
                        new Place("b", List.of(2.0, 10.0)),
                        new Place("a", List.of(4.0, Double.NaN)),
                        new Place("c", List.of(0.0, 40.0)),
                        new Place("d", List.of(0.0, 40.0))));
        assertThat(ranked).extracting(Ranked::key).containsExactly("a", "b", "c", "d");
        assertThat(ranked).extracting(Ranked::rank).containsExactly(1, 2, 3, 3);
        assertThat(ranked).extracting(Ranked::score).containsExactly(100.0, 43.75, 25.0, 25.0);
        assertThat(ranked.get(1).points()).containsExactly(37.5, 6.25);
    }

    @Test
    void whatIsAboveThe95thPercentileCountsAsIt() {
        double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
        assertThat(Priority.scale(values)).isEqualTo(95);
        values[99] = 1e9;
        assertThat(Priority.scale(values)).isEqualTo(95);
        assertThat(Priority.scale(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7}))
                .as("most blocks have no request")
                .isEqualTo(7);
        assertThat(Priority.scale(new double[] {0, Double.NaN})).isZero();
    }

    @Test
    void whereNothingIsAnywhereNothingIsUrgent() {
        assertThat(Priority.rank(TWO, List.of(new Place("a", List.of(0.0, 0.0)))))
                .extracting(Ranked::score)
                .containsExactly(0.0);
        assertThat(Priority.rank(TWO, List.of())).isEmpty();
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> new Component("dumping", -1, 0)).hasMessageContaining("weight of dumping");
        assertThatThrownBy(() -> new Component("dumping", Double.NaN, 0)).hasMessageContaining("weight of dumping");
        assertThatThrownBy(() -> new Component("dumping", 1, 2)).hasMessageContaining("unknown dumping");
        assertThatThrownBy(() -> Priority.rank(List.of(new Component("dumping", 0, 0)), List.of()))
                .hasMessageContaining("at least one weight");
        assertThatThrownBy(() -> Priority.rank(TWO, List.of(new Place("a", List.of(1.0)))))
                .hasMessageContaining("place a has 1 values for 2 components");
        assertThatThrownBy(() -> Priority.rank(TWO, List.of(new Place("a", List.of(1.0, -1.0)))))
                .hasMessageContaining("days of place a");
        Place twin = new Place("a", List.of(1.0, 1.0));
        assertThatThrownBy(() -> Priority.rank(TWO, List.of(twin, twin))).hasMessageContaining("two places a");
    }

    @Property(tries = 500)
    void moreOfAComponentNeverLowersTheScore(@ForAll long seed) {
        Random random = new Random(seed);
        List<Component> components = components(random);
        List<Place> places = places(random, components.size());
        Place chosen = places.get(random.nextInt(places.size()));
        int component = random.nextInt(components.size());
        double value = chosen.values().get(component);
        List<Double> more = new ArrayList<>(chosen.values());
        more.set(component, (Double.isNaN(value) ? 0 : value) + random.nextInt(5));
        List<Place> later = new ArrayList<>(places);
        later.set(places.indexOf(chosen), new Place(chosen.key(), more));
        if (!Double.isNaN(value)) {
            assertThat(find(Priority.rank(components, later), chosen.key()).score())
                    .isGreaterThanOrEqualTo(find(Priority.rank(components, places), chosen.key())
                            .score());
        }
    }

    @Property(tries = 500)
    void weightsThatAreAllLargerChangeNothing(@ForAll long seed) {
        Random random = new Random(seed);
        double factor = Math.pow(10, random.nextInt(13) - 6) * (1 + random.nextDouble());
        List<Component> components = components(random);
        List<Place> places = places(random, components.size());
        List<Ranked> scaled = Priority.rank(
                components.stream()
                        .map(c -> new Component(c.code(), c.weight() * factor, c.unknown()))
                        .toList(),
                places);
        List<Ranked> plain = Priority.rank(components, places);
        assertThat(scaled).hasSameSizeAs(plain);
        for (Ranked place : plain) {
            assertThat(find(scaled, place.key()).score()).isCloseTo(place.score(), within(2e-6));
        }
    }

    @Property(tries = 500)
    void aWeightOfZeroIsAsIfTheComponentWereNotThere(@ForAll long seed) {
        Random random = new Random(seed);
        List<Component> components = components(random);
        List<Place> places = places(random, components.size() + 1);
        List<Component> more = new ArrayList<>(components);
        more.add(new Component("nothing", 0, 1));
        assertThat(Priority.rank(more, places))
                .extracting(ranked -> ranked.key() + " " + ranked.rank() + " " + ranked.score())
                .containsExactlyElementsOf(Priority.rank(
                                components,
                                places.stream()
                                        .map(place -> new Place(
                                                place.key(), place.values().subList(0, components.size())))
                                        .toList())
                        .stream()
                        .map(ranked -> ranked.key() + " " + ranked.rank() + " " + ranked.score())
                        .toList());
    }

    @Property(tries = 300)
    void theOrderOfThePlacesIsNoMatterAndPointsAddUp(@ForAll long seed) {
        Random random = new Random(seed);
        List<Component> components = components(random);
        List<Place> places = new ArrayList<>(places(random, components.size()));
        List<Ranked> ranked = Priority.rank(components, places);
        Collections.shuffle(places, random);
        assertThat(Priority.rank(components, places)).isEqualTo(ranked);
        for (Ranked place : ranked) {
            assertThat(place.score()).isBetween(0.0, 100.0);
            assertThat(place.points().stream().mapToDouble(Double::doubleValue).sum())
                    .isCloseTo(place.score(), within(1e-6));
        }
    }

    private static Ranked find(List<Ranked> ranked, String key) {
        return ranked.stream()
                .filter(place -> place.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> components(Random random) {
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> new Component("c" + i, 1 + random.nextInt(9), random.nextInt(3) / 2.0))
                .toList();
    }

    /** Few values, so that there are ties, and some that nobody knows. */
    private static List<Place> places(Random random, int components) {
        return IntStream.range(0, 1 + random.nextInt(30))
                .mapToObj(i -> new Place(
                        "p" + i,
                        IntStream.range(0, components)
                                .mapToObj(c -> random.nextInt(10) == 0 ? Double.NaN : random.nextInt(8) / 2.0)
                                .toList()))
                .toList();
    }
}
