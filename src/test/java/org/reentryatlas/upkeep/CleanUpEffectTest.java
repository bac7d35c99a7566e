package org.reentryatlas.upkeep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reentryatlas.upkeep.CleanUpEffect.CleanUp;
import org.reentryatlas.upkeep.CleanUpEffect.Loaded;
import org.reentryatlas.upkeep.CleanUpEffect.State;
import org.reentryatlas.upkeep.CleanUpEffect.Window;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Which blocks a clean-up is held against, and what is not known. */
class CleanUpEffectTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 20);
    private static final Optional<Loaded> ALL = Optional.of(new Loaded(DAY.minusDays(90), DAY.plusDays(90)));

    /** A block with requests so many days from the day, negative ones before it. */
    private static BlockHistory block(long id, String streetClass, int... offsets) {
        return new BlockHistory(
                id, streetClass, Arrays.stream(offsets).mapToObj(DAY::plusDays).toList());
    }

    private static List<BlockHistory> many(int number, long from, String streetClass, int... offsets) {
        return IntStream.range(0, number)
                .mapToObj(i -> block(from + i, streetClass, offsets))
                .toList();
    }

    private static List<Window> of(
            List<BlockHistory> blocks, Set<Long> cleaned, Set<Long> near, Optional<Loaded> days) {
        return CleanUpEffect.of(new CleanUp(DAY, cleaned, near), blocks, days);
    }

    @Test
    void daysAreCountedFromBothEndsAndTheDayItselfIsNone() {
        BlockHistory block = block(1, "local", -31, -30, -30, -1, 0, 0, 1, 30, 31);
        assertThat(block.count(DAY.minusDays(30), DAY.minusDays(1))).isEqualTo(3);
        assertThat(block.count(DAY.plusDays(1), DAY.plusDays(30))).isEqualTo(2);
        assertThat(block.count(DAY, DAY)).isEqualTo(2);
        assertThat(block(2, "local").count(DAY, DAY)).isZero();
    }

    @Test
    void likeBlocksHaveTheSameKindOfStreetAndAsManyRequestsBeforeAndAreNotNear() {
        List<BlockHistory> blocks = new ArrayList<>();
        blocks.add(block(1, "local", -40, -10, 70));
        blocks.addAll(many(10, 100, "local", -35, -20, 5, 6));
        // None of these is like it, and each would show.
        blocks.addAll(many(10, 200, "arterial", -35, -20, 5, 6, 7, 8));
        blocks.addAll(many(10, 300, "local", -35, 5, 6, 7, 8));
        blocks.addAll(many(10, 400, "local", -35, -20, 5, 6, 7, 8));
        Set<Long> near =
                new HashSet<>(IntStream.range(400, 410).mapToObj(Long::valueOf).toList());
        List<Window> windows = of(blocks, Set.of(1L), near, ALL);
        assertThat(windows).extracting(Window::days).containsExactly(30, 60, 90);
        assertThat(windows).extracting(Window::state).containsOnly(State.KNOWN);
        Effect thirty = requireNonNull(windows.get(0).effect());
        assertThat(thirty.before()).isEqualTo(1);
        assertThat(thirty.after()).isZero();
        assertThat(thirty.expected()).isEqualTo(2);
        assertThat(thirty.difference()).isEqualTo(-2);
        assertThat(thirty.fewestLike()).isEqualTo(10);
        Effect ninety = requireNonNull(windows.get(2).effect());
        assertThat(ninety.before()).isEqualTo(2);
        assertThat(ninety.after()).isEqualTo(1);
        assertThat(ninety.difference()).isEqualTo(-1);
    }

    @Test
    void whatRequestsDoNotCoverIsNotKnownAndSaysFromWhenItWillBe() {
        List<BlockHistory> blocks = new ArrayList<>(many(12, 100, "local"));
        blocks.add(block(1, "local"));
        List<Window> early =
                of(blocks, Set.of(1L), Set.of(), Optional.of(new Loaded(DAY.minusDays(90), DAY.plusDays(60))));
        assertThat(early).extracting(Window::state).containsExactly(State.KNOWN, State.KNOWN, State.NOT_YET);
        assertThat(early.get(2).knownFrom()).isEqualTo(DAY.plusDays(90));
        assertThat(early.get(2).effect()).isNull();
        assertThat(of(blocks, Set.of(1L), Set.of(), Optional.of(new Loaded(DAY.minusDays(89), DAY.plusDays(99)))))
                .extracting(Window::state)
                .containsOnly(State.BEGINS_LATER);
        assertThat(of(blocks, Set.of(1L), Set.of(), Optional.empty()))
                .extracting(Window::state)
                .containsOnly(State.NOT_YET);
    }

    @Test
    void withoutBlocksOrLikeBlocksNoNumberIsMadeUp() {
        List<BlockHistory> blocks = new ArrayList<>(many(9, 100, "local"));
        blocks.add(block(1, "local"));
        assertThat(of(blocks, Set.of(1L), Set.of(), ALL))
                .extracting(Window::state)
                .containsOnly(State.FEW_LIKE);
        assertThat(of(blocks, Set.of(), Set.of(), ALL))
                .extracting(Window::state)
                .containsOnly(State.NO_BLOCKS);
        assertThat(of(blocks, Set.of(77L), Set.of(), ALL))
                .as("of streets that are no more")
                .extracting(Window::state)
                .containsOnly(State.NO_BLOCKS);
    }

    /** Blocks with the most requests of the last 30 days are cleaned, to no effect: they go down by themselves. */
    @Test
    void whoeverIsChosenForMuchOfLateGoesDownAndIsNotCreditedWithIt() {
        double change = 0;
        double difference = 0;
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            List<BlockHistory> blocks = IntStream.range(0, 3_000)
                    .mapToObj(id -> block(
                            id,
                            "local",
                            IntStream.range(-90, 91)
                                    .filter(day -> random.nextDouble() < 0.02)
                                    .toArray()))
                    .toList();
            Set<Long> worst = new HashSet<>(blocks.stream()
                    .sorted(Comparator.comparingInt(
                                    (BlockHistory each) -> each.count(DAY.minusDays(30), DAY.minusDays(1)))
                            .reversed())
                    .limit(200)
                    .filter(each -> each.segmentId() % 2 == 0)
                    .map(BlockHistory::segmentId)
                    .toList());
            Effect thirty =
                    requireNonNull(of(blocks, worst, Set.of(), ALL).get(0).effect());
            change += thirty.after() - thirty.before();
            difference += thirty.difference();
        }
        assertThat(change / 20).as("change by itself").isLessThan(-100);
        assertThat(Math.abs(difference / 20)).as("difference from like blocks").isLessThan(10);
    }
}
