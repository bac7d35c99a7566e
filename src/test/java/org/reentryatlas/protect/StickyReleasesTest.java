package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight releases of a city whose people come and go, each sticking to the one before: what src/docs/protection.md states. */
class StickyReleasesTest {
    private static final int RELEASES = 8;
    private static final int BEATS = 12;
    private static final Policy POLICY = Policy.DEFAULT;
    private static final int BAND = POLICY.roundingBase() - 1;

    /** One release: the true counts, what was shown before and what is published now. */
    private record Step(List<Integer> beats, List<OptionalInt> before, List<Cell> cells, List<Published> published) {}

    private static List<Step> simulate(long seed) {
        Random random = new Random(seed);
        List<Integer> beats = new ArrayList<>();
        for (int beat = 0; beat < BEATS; beat++) {
            beats.add(random.nextInt(4) == 0 ? random.nextInt(14) : 15 + random.nextInt(90));
        }
        List<Step> steps = new ArrayList<>();
        List<OptionalInt> before = new ArrayList<>();
        for (int release = 0; release < RELEASES; release++) {
            Step step = release(beats, before);
            steps.add(step);
            before = step.published.stream()
                    .map(cell ->
                            cell instanceof Published.Shown shown ? OptionalInt.of(shown.value()) : OptionalInt.empty())
                    .toList();
            beats = beats.stream()
                    .map(count -> Math.max(0, count + random.nextInt(9) - 4))
                    .toList();
        }
        return steps;
    }

    private static Step release(List<Integer> beats, List<OptionalInt> before) {
        CellSystem plain = Cities.of(List.of(beats.subList(0, 4), beats.subList(4, 8), beats.subList(8, BEATS)), 0);
        CellSystem.Builder system = CellSystem.builder();
        IntStream.of(plain.truth()).forEach(system::atom);
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : plain.cells()) {
            OptionalInt earlier = before.isEmpty() ? OptionalInt.empty() : before.get(cells.size());
            cells.add(new Cell(
                    cell.id(),
                    cell.atoms(),
                    cell.facts(),
                    false,
                    cell.weight(),
                    earlier,
                    Optional.empty(),
                    OptionalInt.empty()));
        }
        cells.forEach(system::cell);
        CellSystem built = system.build();
        Protection.Outcome outcome = new Protection(POLICY).protect(built);
        // Somebody who knows what the release before showed cannot prove more than somebody who does not.
        assertThat(new Outsider(built, outcome.cells(), POLICY, step -> {})
                        .attack(POLICY.knownMembers())
                        .isSafe())
                .isTrue();
        return new Step(beats, before, cells, outcome.cells());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aNumberMovesOnlyWhenTheCountIsFourAwayFromIt(long seed) {
        int stayed = 0;
        for (Step step : simulate(seed)) {
            for (int i = 0; i < step.cells.size() && !step.before.isEmpty(); i++) {
                if (step.before.get(i).isPresent() && step.published.get(i) instanceof Published.Shown now) {
                    int before = step.before.get(i).getAsInt();
                    int count = step.cells.get(i).facts().count();
                    assertThat(now.value() == before).isEqualTo(isWithin(before, count) || rounds(count, before));
                    stayed += isWithin(before, count) && !rounds(count, before) ? 1 : 0;
                }
            }
        }
        assertThat(stayed).as("numbers that rounding alone would have moved").isPositive();
    }

    private static boolean isWithin(int before, int count) {
        return Math.abs(count - before) < BAND;
    }

    private static boolean rounds(int count, int value) {
        return new Rounding(POLICY).round(count) == value;
    }

    /** One arrival or departure changes a number only where it takes the count over the edge of the band. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void onePersonMoreOrLessMovesANumberOnlyAtTheEdge(long seed) {
        Rounding rounding = new Rounding(POLICY);
        for (Step step : simulate(seed)) {
            for (int i = 0; i < step.cells.size(); i++) {
                if (step.published.get(i) instanceof Published.Shown shown) {
                    OptionalInt standing = OptionalInt.of(shown.value());
                    int count = step.cells.get(i).facts().count();
                    for (int next : new int[] {count - 1, count + 1}) {
                        boolean inside = Math.abs(next - shown.value()) < BAND;
                        assertThat(next < POLICY.k() || !inside || rounding.round(next, standing) == shown.value())
                                .as("%d after %d, shown as %d", next, count, shown.value())
                                .isTrue();
                    }
                }
            }
        }
    }

    /** Sticking does not make a number wrong by more than rounding and the band allow. */
    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void aNumberIsNeverFurtherFromTheCountThanItsRuleSays(long seed) {
        Rounding rounding = new Rounding(POLICY);
        for (Step step : simulate(seed)) {
            for (int i = 0; i < step.cells.size(); i++) {
                if (step.published.get(i) instanceof Published.Shown shown) {
                    int count = step.cells.get(i).facts().count();
                    Interval interval =
                            rounding.interval(shown.value(), step.cells.get(i).earlier());
                    assertThat(count).isBetween(interval.low(), interval.high());
                    assertThat(Math.abs(count - shown.value())).isLessThanOrEqualTo(BAND);
                }
            }
        }
    }
}
