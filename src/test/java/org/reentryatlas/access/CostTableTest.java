package org.reentryatlas.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CostTableTest {
    @Test
    void holdsTheCostsThatWereAddedAndNoOthers() {
        CostTable table =
                CostTable.builder(3, 2).add(2, 0, 7).add(0, 1, 0).add(0, 0, 5).build();
        assertThat(table.origins()).isEqualTo(3);
        assertThat(table.sites()).isEqualTo(2);
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.cost(0, 0)).hasValue(5);
        assertThat(table.cost(0, 1)).as("nothing is a cost").hasValue(0);
        assertThat(table.cost(2, 0)).hasValue(7);
        assertThat(table.cost(2, 1)).isEmpty();
        assertThat(table.cost(1, 0)).as("an origin without any way").isEmpty();
        assertThat(table.start(1)).isEqualTo(table.end(1));
    }

    @Test
    void canBeEmpty() {
        CostTable table = CostTable.builder(0, 0).build();
        assertThat(table.size()).isZero();
        assertThat(table.transposed().origins()).isZero();
        assertThat(CostTable.builder(2, 0).build().transposed().sites()).isEqualTo(2);
    }

    /** Whichever order they come in, the table is the same; turned around twice, too. */
    @Property(tries = 200)
    void theOrderInWhichPairsComeDoesNotMatter(
            @ForAll long seed, @ForAll @IntRange(max = 9) int origins, @ForAll @IntRange(max = 9) int sites) {
        CostTable table = Town.of(seed, origins, sites).table();
        List<int[]> pairs = new ArrayList<>();
        for (int origin = 0; origin < origins; origin++) {
            for (int site = 0; site < sites; site++) {
                OptionalInt cost = table.cost(origin, site);
                if (cost.isPresent()) {
                    pairs.add(new int[] {origin, site, cost.getAsInt()});
                }
            }
        }
        assertThat(pairs).hasSize(table.size());
        Collections.shuffle(pairs, new Random(seed));
        CostTable.Builder shuffled = CostTable.builder(origins, sites);
        pairs.forEach(pair -> shuffled.add(pair[0], pair[1], pair[2]));
        assertSame(shuffled.build(), table);
        assertSame(table.transposed().transposed(), table);
        for (int[] pair : pairs) {
            assertThat(table.transposed().cost(pair[1], pair[0])).hasValue(pair[2]);
        }
    }

    private static void assertSame(CostTable one, CostTable other) {
        assertThat(one.size()).isEqualTo(other.size());
        for (int origin = 0; origin < other.origins(); origin++) {
            assertThat(one.start(origin)).isEqualTo(other.start(origin));
        }
        for (int pair = 0; pair < other.size(); pair++) {
            assertThat(one.site(pair)).isEqualTo(other.site(pair));
            assertThat(one.cost(pair)).isEqualTo(other.cost(pair));
        }
    }

    @Test
    void pairsOfASiteLieTogetherByOrigin() {
        CostTable table = CostTable.builder(3, 2)
                .add(2, 0, 7)
                .add(0, 1, 1)
                .add(1, 0, 2)
                .add(0, 0, 5)
                .build();
        int[] pairs = table.pairsBySite();
        int[] originOf = table.originOfPairs();
        assertThat(table.siteStarts()).containsExactly(0, 3, 4);
        assertThat(Arrays.stream(pairs).map(pair -> originOf[pair])).containsExactly(0, 1, 2, 0);
        assertThat(Arrays.stream(pairs).map(table::cost)).containsExactly(5, 2, 7, 1);
    }

    @Test
    void growsAsFarAsNeedBe() {
        CostTable.Builder table = CostTable.builder(50, 50);
        for (int i = 0; i < 2_500; i++) {
            table.add(i / 50, i % 50, i);
        }
        CostTable built = table.build();
        assertThat(built.size()).isEqualTo(2_500);
        assertThat(built.cost(49, 49)).hasValue(2_499);
    }

    @Test
    void refusesWhatIsWrong() {
        assertRefused(() -> CostTable.builder(-1, 2), "-1 origins");
        assertRefused(() -> CostTable.builder(1, -2), "-2 sites");
        assertRefused(() -> CostTable.builder(1, 1).add(1, 0, 0), "no origin 1 among 1");
        assertRefused(() -> CostTable.builder(1, 1).add(-1, 0, 0), "no origin -1");
        assertRefused(() -> CostTable.builder(1, 1).add(0, 1, 0), "no site 1 among 1");
        assertRefused(() -> CostTable.builder(1, 1).add(0, 0, -3), "is -3 and must not be negative");
        assertRefused(
                () -> CostTable.builder(2, 2)
                        .add(1, 0, 4)
                        .add(0, 0, 4)
                        .add(1, 0, 4)
                        .build(),
                "from origin 1 to site 0 is there twice");
    }

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(why);
    }
}
