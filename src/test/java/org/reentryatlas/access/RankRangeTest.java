package org.reentryatlas.access;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RankRangeTest {
    @Test
    void aRankIsSureWhereNoOtherRangeReachesInto() {
        List<RankRange> ranks = RankRange.of(
                List.of(new Range(50, 60), new Range(20, 30), new Range(25, 40), new Range(5, 10), new Range(0, 4)));
        assertThat(ranks)
                .containsExactly(
                        new RankRange(1, 1),
                        new RankRange(2, 3),
                        new RankRange(2, 3),
                        new RankRange(4, 4),
                        new RankRange(5, 5));
        assertThat(ranks.get(0).isSure()).isTrue();
        assertThat(ranks.get(1).isSure()).isFalse();
    }

    @Test
    void whoIsAlikeSharesTheBetterRank() {
        Range four = new Range(4, 4);
        assertThat(RankRange.of(List.of(four, new Range(9, 9), four, new Range(1, 1))))
                .containsExactly(new RankRange(2, 2), new RankRange(1, 1), new RankRange(2, 2), new RankRange(4, 4));
    }

    @Test
    void rangesThatTouchMayBeATie() {
        assertThat(RankRange.of(List.of(new Range(5, 10), new Range(0, 5))))
                .containsExactly(new RankRange(1, 1), new RankRange(1, 2));
    }

    @Test
    void oneAloneIsFirst() {
        assertThat(RankRange.of(List.of(new Range(0, 9)))).containsExactly(new RankRange(1, 1));
        assertThat(RankRange.of(List.of())).isEmpty();
    }

    /** Wherever the numbers lie: the rank lies within; and there are numbers with which it is at either end. */
    @Property
    void theRankOfAnyNumbersWithinLiesWithin(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        Random dice = new Random(seed);
        List<Range> ranges = IntStream.range(0, size)
                .mapToObj(i -> {
                    int low = dice.nextInt(12);
                    return new Range(low, low + dice.nextInt(4));
                })
                .toList();
        List<RankRange> ranks = RankRange.of(ranges);
        for (int i = 0; i < 20; i++) {
            double[] numbers = ranges.stream()
                    .mapToDouble(range -> range.low() + dice.nextInt((int) (range.high() - range.low()) + 1))
                    .toArray();
            for (int area = 0; area < size; area++) {
                assertThat(rank(numbers, area))
                        .isBetween(ranks.get(area).best(), ranks.get(area).worst());
            }
        }
        for (int area = 0; area < size; area++) {
            int one = area;
            double[] best = IntStream.range(0, size)
                    .mapToDouble(
                            i -> i == one ? ranges.get(i).high() : ranges.get(i).low())
                    .toArray();
            double[] worst = IntStream.range(0, size)
                    .mapToDouble(
                            i -> i == one ? ranges.get(i).low() : ranges.get(i).high())
                    .toArray();
            assertThat(ranks.get(area)).isEqualTo(new RankRange(rank(best, area), rank(worst, area)));
        }
    }

    private static int rank(double[] numbers, int area) {
        return 1
                + (int) IntStream.range(0, numbers.length)
                        .filter(other -> numbers[other] > numbers[area])
                        .count();
    }

    @Test
    void refusesWhatIsNoRank() {
        assertThatThrownBy(() -> new RankRange(0, 1)).hasMessageContaining("ranks from 0 to 1");
        assertThatThrownBy(() -> new RankRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
