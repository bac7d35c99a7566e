package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Ten thousand random tables a build, held against all worlds of each, which are few enough to go through. */
class TinyTableTest {
    @Property(tries = 6_000, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void whatIsShownIsLargeAndWhatIsHiddenCannotBeProved(@ForAll long seed) {
        TinyTable table = TinyTable.of(seed);
        Protection.Outcome outcome = new Protection(table.policy()).protect(table.system());
        assertShownIsLarge(table, outcome.cells());
        assertThat(breachIfTiny(table, outcome.cells(), outcome.left() == 0)).isEmpty();
        Statistics.label("hidden for others' sake")
                .collect(outcome.complementary() > 0)
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= 10));
    }

    /** What the property above relies on: without the complementary step it would fail. */
    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void hidingOnlyWhatIsSmallIsFoundOut(@ForAll long seed) {
        TinyTable table = TinyTable.of(seed);
        List<Published> onlyByRule = table.system().cells().stream()
                .map(cell -> onlyByRule(cell, table.policy()))
                .toList();
        Statistics.label("found out")
                .collect(breachIfTiny(table, onlyByRule, false).isPresent())
                .coverage(coverage -> coverage.check(true).percentage(percent -> percent >= 10));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void theSameTableGivesTheSameAnswer(@ForAll long seed) {
        TinyTable table = TinyTable.of(seed);
        Protection protection = new Protection(table.policy());
        assertThat(protection.protect(table.system()))
                .isEqualTo(protection.protect(TinyTable.of(seed).system()));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void theVerifierAcceptsAnOutcomeAndRejectsItWithACellOpenedThatGivesAnotherAway(@ForAll long seed) {
        TinyTable table = TinyTable.of(seed);
        Protection.Outcome outcome = new Protection(table.policy()).protect(table.system());
        List<Published> cells = outcome.cells();
        Verifier verifier = new Verifier(table.system(), table.policy());
        verifier.verify(cells, outcome.worlds());
        for (int index = 0; index < cells.size(); index++) {
            Published open = onlyByRule(table.system().cells().get(index), table.policy());
            List<Published> opened = new ArrayList<>(cells);
            opened.set(index, open);
            // Bounds that hiding cannot keep are not counted, as they may be broken from the start.
            if (!open.equals(cells.get(index))
                    && breachIfTiny(table, opened, false).isPresent()) {
                assertThatThrownBy(() -> verifier.verify(opened, outcome.worlds()))
                        .isInstanceOf(ProtectionException.class);
                Statistics.label("opened").collect("and rejected");
            } else {
                Statistics.label("opened").collect("or not");
            }
        }
        Statistics.label("opened")
                .coverage(coverage -> coverage.check("and rejected").count(count -> count >= 100));
    }

    /** A need that is published for an area of which the people are not: only a cell of parts joins its two atoms. */
    @Test
    void roomIsAlsoLookedForWhereOnlyANeedJoinsTheGround() {
        TinyTable table = TinyTable.of(494);
        List<Published> cells =
                new Protection(table.policy()).protect(table.system()).cells();
        assertThat(breach(table, cells, true)).isEmpty();
    }

    private static Published onlyByRule(Cell cell, Policy policy) {
        if (cell.structuralZero()) {
            return Published.ZERO;
        }
        return PublicKnowledge.isHiddenByRule(cell, policy)
                ? Published.HIDDEN
                : new Published.Shown(new Rounding(policy).round(cell.facts().count()));
    }

    private static void assertShownIsLarge(TinyTable table, List<Published> cells) {
        for (int index = 0; index < cells.size(); index++) {
            if (cells.get(index) instanceof Published.Shown shown) {
                Cell cell = table.system().cells().get(index);
                assertThat(PublicKnowledge.isHiddenByRule(cell, table.policy())).isFalse();
                assertThat(cell.facts().count())
                        .isGreaterThanOrEqualTo(table.policy().k());
                assertThat(shown.value()).isGreaterThanOrEqualTo(table.policy().k());
            }
        }
    }

    /** The first atom or cell of which something is given away that the documentation promises to keep. */
    private static Optional<String> breach(TinyTable table, List<Published> cells, boolean againstPattern) {
        return new TinyAttack(table, cells).breach(againstPattern);
    }

    /** The same; the property draws another table in place of one that is not tiny, and fails if too many are. */
    private static Optional<String> breachIfTiny(TinyTable table, List<Published> cells, boolean againstPattern) {
        try {
            return breach(table, cells, againstPattern);
        } catch (AllWorlds.NotTiny e) {
            throw new TestAbortedException("another table is needed", e);
        }
    }
}
