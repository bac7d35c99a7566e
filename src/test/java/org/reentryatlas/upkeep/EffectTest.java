package org.reentryatlas.upkeep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reentryatlas.upkeep.Effect.Comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Differences in differences: by hand, and where the effect is known because it was planted. */
class EffectTest {
    private static Comparison comparison(long key, int before, int after, Integer... changes) {
        return new Comparison(key, before, after, List.of(changes));
    }

    @Test
    void theDifferenceIsTheChangeLessTheMeanChangeOfThoseLikeIt() {
        Effect effect = Effect.of(List.of(
                comparison(1, 5, 1, -2, -2, -2, -2, -2, -2, -2, -2, -2, -2),
                comparison(2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 5, 5)));
        assertThat(effect.before()).isEqualTo(7);
        assertThat(effect.after()).isEqualTo(3);
        assertThat(effect.expected()).as("5 - 2 and 2 + 2.5").isEqualTo(7.5);
        assertThat(effect.difference()).isEqualTo(-4.5);
        assertThat(effect.low()).as("- 4 less the most that was drawn, - 2 + 5").isEqualTo(-7);
        assertThat(effect.high()).as("- 4 less the least, - 2").isEqualTo(-2);
        assertThat(effect.isClear()).isTrue();
        assertThat(effect.fewestLike()).isEqualTo(10);
    }

    @Test
    void withFewerThanTenLikeItABlockIsLeftOutAndWithNoneLeftThereIsNothing() {
        Comparison few = comparison(1, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Comparison enough = comparison(2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Effect effect = Effect.of(List.of(few, enough));
        assertThat(effect.blocks()).isEqualTo(2);
        assertThat(effect.compared()).isEqualTo(1);
        assertThat(effect.before()).isEqualTo(1);
        assertThat(effect.isClear()).isFalse();
        assertThat(Effect.of(List.of(few)).compared()).isZero();
        assertThat(Effect.of(List.of()).blocks()).isZero();
    }

    @Test
    void theSameInputHasTheSameAnswerInWhateverOrderItComes() {
        Random random = new Random(5);
        List<Comparison> all = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            List<Integer> changes =
                    Stream.generate(() -> random.nextInt(7) - 3).limit(15).toList();
            all.add(new Comparison(key, random.nextInt(4), random.nextInt(4), changes));
        }
        Effect effect = Effect.of(all);
        Collections.reverse(all);
        assertThat(Effect.of(all)).isEqualTo(effect);
    }

    /** Cities of chance, in which each of the blocks that are cleaned loses a known share of its requests. */
    @Test
    void aPlantedEffectIsFoundAndNoneIsFoundWhereThereIsNone() {
        int cities = 200;
        int inside = 0;
        int cried = 0;
        double sum = 0;
        for (int seed = 0; seed < cities; seed++) {
            Random random = new Random(seed);
            Effect planted = city(random, 0.5);
            // 30 blocks with a mean of 4 requests, half of which stay away.
            sum += planted.difference();
            inside += planted.low() <= -60 && planted.high() >= -60 ? 1 : 0;
            cried += city(random, 1).isClear() ? 1 : 0;
        }
        assertThat(sum / cities).as("mean of the differences").isCloseTo(-60, within(2.5));
        assertThat(inside / (double) cities)
                .as("ranges that hold what was planted")
                .isGreaterThan(0.9);
        assertThat(cried / (double) cities)
                .as("differences where there is none")
                .isLessThan(0.1);
    }

    private static Effect city(Random random, double share) {
        List<Integer> changes = Stream.generate(() -> {
                    int before = poisson(random, 4);
                    return poisson(random, 4) - before;
                })
                .limit(300)
                .toList();
        List<Comparison> all = new ArrayList<>();
        for (int key = 0; key < 30; key++) {
            all.add(new Comparison(key, poisson(random, 4), poisson(random, 4 * share), changes));
        }
        return Effect.of(all);
    }

    /** As many as chance has it (Knuth). */
    static int poisson(Random random, double mean) {
        double product = random.nextDouble();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
