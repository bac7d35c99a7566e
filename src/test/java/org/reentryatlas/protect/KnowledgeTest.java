package org.reentryatlas.protect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documentation lets attackers take from what stands in a cell. */
class KnowledgeTest {
    private static final Policy POLICY = Policy.DEFAULT;
    private static final double MANY = Double.POSITIVE_INFINITY;

    /** What a row says, without the sum that it is about. */
    private record Range(double low, double high, int source) {}

    private static List<Range> ranges(List<Knowledge.Row> rows) {
        return rows.stream()
                .map(row -> new Range(row.low(), row.high(), row.source()))
                .toList();
    }

    private static List<Range> of(CellSystem system, Published published, Attack attack) {
        return ranges(Knowledge.of(system, List.of(published), POLICY, attack));
    }

    /** One cell of so many people, some of them at group quarters. */
    private static CellSystem one(int people, int atGroupQuarters) {
        Town town = new Town();
        town.cell(1, town.piece(people, atGroupQuarters));
        return town.build();
    }

    /** A need of a piece of ground, and a cell of it alone. */
    private static CellSystem need(int people, int without) {
        Town town = new Town();
        town.cell(1, town.need(people, town.piece(people + without)));
        return town.build();
    }

    @Test
    void fifteenStandsForTwelveToSeventeen() {
        assertThat(of(one(16, 0), new Published.Shown(15), Attack.RULE_BLIND)).containsExactly(new Range(12, 17, 0));
    }

    @Test
    void aShownCellHoldsTwelveBesidesThoseAtGroupQuarters() {
        assertThat(of(one(40, 28), new Published.Shown(40), Attack.RULE_AWARE)).containsExactly(new Range(40, 42, 0));
        assertThat(of(one(40, 20), new Published.Shown(40), Attack.RULE_AWARE)).containsExactly(new Range(38, 42, 0));
    }

    @Test
    void aNumberThatStuckSaysWhatItStuckTo() {
        CellSystem.Builder system = CellSystem.builder();
        Facts facts = new Facts(43, 43, 1, 0, OptionalInt.empty());
        system.cell(new Cell(
                "stuck",
                List.of(system.atom(43)),
                facts,
                false,
                1,
                OptionalInt.of(40),
                Optional.empty(),
                OptionalInt.empty()));
        assertThat(of(system.build(), new Published.Shown(40), Attack.RULE_BLIND))
                .containsExactly(new Range(37, 43, 0));
    }

    @Test
    void aShownNeedLeavesElevenOut() {
        CellSystem system = need(30, 11);
        List<Knowledge.Row> rows = Knowledge.of(system, List.of(new Published.Shown(30)), POLICY, Attack.RULE_BLIND);
        assertThat(ranges(rows)).containsExactly(new Range(28, 32, 0), new Range(11, MANY, 0));
        assertThat(rows.get(1).sum().in(system.truth())).isEqualTo(11);
    }

    /** Shown against the rule, a cell says no more than its number; but an outsider takes the rule to be kept. */
    @Test
    void onlyAnOutsiderConcludesFromARuleThatWasBroken() {
        CellSystem system = need(30, 10);
        List<Published> published = List.of(new Published.Shown(30));
        assertThat(of(system, published.get(0), Attack.RULE_BLIND)).containsExactly(new Range(28, 32, 0));
        assertThat(ranges(Knowledge.ofOutsider(system, published, POLICY)))
                .containsExactly(new Range(28, 32, 0), new Range(11, MANY, 0));
        CellSystem eleven = one(11, 0);
        assertThat(of(eleven, new Published.Shown(15), Attack.RULE_BLIND)).containsExactly(new Range(11, 17, 0));
        assertThat(ranges(Knowledge.ofOutsider(eleven, List.of(new Published.Shown(15)), POLICY)))
                .containsExactly(new Range(12, 17, 0));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsWhereAZeroStands(Attack attack) {
        Town town = new Town();
        int empty = town.piece(0);
        town.cell(1, empty);
        assertThat(of(town.build(), Published.ZERO, attack)).containsExactly(new Range(0, 0, Knowledge.ALWAYS));
    }

    @Test
    void aCellOfNoAtomsSaysNothing() {
        Town town = new Town();
        town.piece(3);
        town.cell(1);
        assertThat(of(town.build(), Published.ZERO, Attack.PATTERN_AWARE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} people, {1} at group quarters: {2} to {3}")
    @CsvSource({"10, 0, 0, 10", "0, 0, 0, 10", "46, 36, 36, 46"})
    void whoKnowsTheRuleTakesAHiddenSmallCellForSmall(int people, int atGroupQuarters, int low, int high) {
        Range range = new Range(low, high, Knowledge.ALWAYS);
        CellSystem system = one(people, atGroupQuarters);
        assertThat(of(system, Published.HIDDEN, Attack.RULE_AWARE)).containsExactly(range);
        assertThat(of(system, Published.HIDDEN, Attack.PATTERN_AWARE)).containsExactly(range);
        assertThat(of(system, Published.HIDDEN, Attack.RULE_BLIND)).isEmpty();
    }

    @Test
    void whoKnowsThePatternAlsoKnowsWhatIsNotSmall() {
        CellSystem system = one(47, 36);
        assertThat(of(system, Published.HIDDEN, Attack.PATTERN_AWARE))
                .containsExactly(new Range(47, MANY, Knowledge.ALWAYS));
        assertThat(of(system, Published.HIDDEN, Attack.RULE_AWARE)).isEmpty();
        assertThat(of(one(60, 36), new Published.Shown(60), Attack.PATTERN_AWARE))
                .as("shown, and what stays known should it be hidden")
                .containsExactly(new Range(58, 62, 0), new Range(47, MANY, Knowledge.ALWAYS));
    }

    @Test
    void eachRowIsAboutItsCell() {
        Town town = new Town();
        int first = town.piece(30);
        int second = town.piece(60);
        town.cell(1, first);
        town.cell(1, first, second);
        CellSystem system = town.build();
        List<Knowledge.Row> rows = Knowledge.of(system, Town.byRule(system, POLICY), POLICY, Attack.RULE_BLIND);
        assertThat(ranges(rows)).containsExactly(new Range(28, 32, 0), new Range(88, 92, 1));
        assertThat(rows.get(1).sum().in(system.truth())).isEqualTo(90);
    }

    @Test
    void aRowHoldsInWorldsFromItsLowestToItsHighestNumber() {
        Knowledge.Row row = new Knowledge.Row(Town.sum(0, 1), 12, 17, 0);
        assertThat(row.holdsIn(new int[] {5, 7})).isTrue();
        assertThat(row.holdsIn(new int[] {5, 12})).isTrue();
        assertThat(row.holdsIn(new int[] {5, 6})).isFalse();
        assertThat(row.holdsIn(new int[] {5, 13})).isFalse();
    }
}
