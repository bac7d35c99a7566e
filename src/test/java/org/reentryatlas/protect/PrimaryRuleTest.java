package org.reentryatlas.protect;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PrimaryRuleTest {
    private static final PrimaryRule RULE = new PrimaryRule(Policy.DEFAULT);

    private static Cell cell(Facts facts, boolean structuralZero) {
        List<Integer> atoms = structuralZero ? List.of() : List.of(0);
        return new Cell("cell", atoms, facts, structuralZero, 1);
    }

    @ParameterizedTest(
            name = "{0} people at {1} addresses, {2} at the largest and {3} at group quarters, {4} others: {5}")
    @CsvSource({
        "12, 12, 1, 0, , shown",
        "11, 11, 1, 0, , hidden",
        "11, 11, 0, 0, , shown",
        "30, 3, 19, 0, , shown",
        "30, 3, 20, 0, , hidden",
        "48, 13, 1, 36, , shown",
        "47, 12, 1, 36, , hidden",
        "90, 3, 30, 0, , shown",
        "90, 2, 45, 0, , hidden",
        "90, 90, 1, 0, 11, shown",
        "90, 90, 1, 0, 10, hidden",
        "90, 90, 1, 0, 0, hidden",
        "0, 0, 0, 0, , hidden"
    })
    void hidesWhatIsSmallOrRestsOnFewAddressesOrLeavesFewOut(
            int count, int addresses, int largest, int groupQuarters, Integer others, String expected) {
        OptionalInt left = others == null ? OptionalInt.empty() : OptionalInt.of(others);
        Facts facts = new Facts(count, addresses, largest, groupQuarters, left);
        assertThat(RULE.hides(cell(facts, false)) ? "hidden" : "shown").isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} people, {1} of them at group quarters")
    @CsvSource({"0, 0, true", "10, 0, true", "11, 0, false", "46, 36, true", "47, 36, false"})
    void whoKnowsTheRuleBoxesWhatIsBelowKWithoutGroupQuarters(int count, int groupQuarters, boolean isBelow) {
        Facts facts = new Facts(count, count, 0, groupQuarters, OptionalInt.empty());
        assertThat(RULE.isBelowK(cell(facts, false))).isEqualTo(isBelow);
    }

    @Test
    void groundWhereNobodyCanLiveIsNoSecret() {
        Cell park = cell(new Facts(0, 0, 0, 0, OptionalInt.empty()), true);
        assertThat(RULE.hides(park)).isFalse();
        assertThat(RULE.isBelowK(park)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 0", "5, -1, 0", "5, 0, -1", "5, 3, 3", "5, 6, 0", "5, 0, 6"})
    void factsThatContradictEachOtherAreRefused(int count, int largest, int groupQuarters) {
        assertThatThrownBy(() -> new Facts(count, 1, largest, groupQuarters, OptionalInt.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everybodyMayBeAtTheLargestAddressAndAtGroupQuarters() {
        assertThat(new Facts(5, 2, 2, 3, OptionalInt.empty()).effectiveCount()).isZero();
        assertThat(new Facts(40, 5, 3, 30, OptionalInt.empty()).effectiveCount())
                .isEqualTo(7);
    }

    @Test
    void aCellThatCostsNothingOrIsEmptyForAllToSeeAndHoldsPeopleIsRefused() {
        Facts one = new Facts(1, 1, 1, 0, OptionalInt.empty());
        assertThatThrownBy(() -> cell(one, true)).hasMessageContaining("structural zero");
        assertThatThrownBy(() -> new Cell("free", List.of(0), one, false, 0)).hasMessageContaining("cost something");
        assertThatThrownBy(() -> new Cell("free", List.of(0), one, false, -1)).hasMessageContaining("cost something");
    }
}
