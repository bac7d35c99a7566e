package org.reentryatlas.protect;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documentation demands of every small atom and of every hidden cell. */
class DemandsTest {
    private static final Policy POLICY = Policy.DEFAULT;

    /** A demand in words; of a sum with its sign turned, which is to be small, the number has its sign turned too. */
    private static String words(Demand demand) {
        boolean isOfOthers = demand.sum().size() > 1;
        String what = demand.asksForMany() ? "may hold" : isOfOthers ? "may leave out" : "may hold only";
        double number = demand.asksForMany() || isOfOthers ? demand.atLeast() : 0.0 - demand.atLeast();
        return "%s %s %s %.0f".formatted(demand.attack().words(), demand.about(), what, number);
    }

    private static List<String> of(CellSystem system) {
        return Demands.of(system, POLICY).stream().map(DemandsTest::words).toList();
    }

    private static List<String> ofAtom(int people, int atGroupQuarters) {
        Town town = new Town();
        town.piece(people, atGroupQuarters);
        return of(town.build());
    }

    /** The demands of one cell; its atom's are left out. */
    private static List<String> ofCell(Facts facts) {
        Town town = new Town();
        int piece = facts.others().isPresent()
                ? town.need(
                        facts.count(), town.piece(facts.count() + facts.others().getAsInt()))
                : town.piece(facts.count(), facts.groupQuarters());
        town.cell(1, facts, piece);
        return of(town.build()).stream().filter(words -> words.contains("cell")).toList();
    }

    private static Facts apart(int count, int atGroupQuarters) {
        int apart = count - atGroupQuarters;
        return new Facts(count, apart + 1, Math.min(1, apart), atGroupQuarters, OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void anAtomOfOneToTenMightHoldThirteenAndAnythingThatIsSmall(int people) {
        assertThat(ofAtom(people, 0))
                .containsExactly(
                        "rule-blind atom 0 may hold 13",
                        "rule-aware atom 0 may hold 10",
                        "rule-aware atom 0 may hold only 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12})
    void anAtomThatIsSmallForTwoOfItsMembersMightHoldThirteen(int people) {
        assertThat(ofAtom(people, 0)).containsExactly("rule-blind atom 0 may hold 13");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 13, 200})
    void nothingIsDemandedOfAnEmptyOrALargeAtom(int people) {
        assertThat(ofAtom(people, 0)).isEmpty();
    }

    @Test
    void thoseAtGroupQuartersCountForNobody() {
        assertThat(ofAtom(39, 36))
                .containsExactly(
                        "rule-blind atom 0 may hold 49",
                        "rule-aware atom 0 may hold 46",
                        "rule-aware atom 0 may hold only 37");
        assertThat(ofAtom(5, 5)).as("who does not know the house").containsExactly("rule-blind atom 0 may hold 13");
    }

    @Test
    void nothingIsDemandedOfAShownCell() {
        assertThat(ofCell(apart(12, 0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void aSmallCellMightHoldThirteenAndAnythingThatIsSmallEvenForWhoKnowsThePattern(int people) {
        assertThat(ofCell(apart(people, 0)))
                .containsExactly(
                        "rule-blind cell 0 may hold 13",
                        "pattern-aware cell 0 may hold 10",
                        "pattern-aware cell 0 may hold only 1");
    }

    @Test
    void aHiddenCellThatIsNotSmallMightHoldElevenBesidesAHouseholdOrTwoMembers() {
        assertThat(ofCell(apart(11, 0))).containsExactly("rule-blind cell 0 may hold 13");
        assertThat(ofCell(new Facts(30, 5, 25, 0, OptionalInt.empty())))
                .containsExactly("rule-blind cell 0 may hold 36");
        assertThat(ofCell(new Facts(60, 5, 4, 46, OptionalInt.empty())))
                .containsExactly("rule-blind cell 0 may hold 61");
    }

    @Test
    void ofASmallCellThoseAtGroupQuartersAreTakenOff() {
        assertThat(ofCell(apart(40, 36)))
                .containsExactly(
                        "rule-blind cell 0 may hold 49",
                        "pattern-aware cell 0 may hold 46",
                        "pattern-aware cell 0 may hold only 37");
    }

    @Test
    void whereNobodyElseLivesAHouseMustNotBeSeenToBeSmall() {
        assertThat(ofCell(apart(5, 5))).containsExactly("rule-blind cell 0 may hold 13");
        assertThat(ofCell(apart(0, 0))).as("a true zero").isEmpty();
    }

    @Test
    void aNeedThatNearlyEverybodyHasMightBeLackedByEleven() {
        assertThat(ofCell(new Facts(55, 55, 1, 0, OptionalInt.of(10))))
                .containsExactly("rule-blind cell 0 may hold 13", "rule-blind cell 0 may leave out 11");
        assertThat(ofCell(new Facts(55, 2, 1, 0, OptionalInt.of(11))))
                .as("hidden for its addresses")
                .containsExactly("rule-blind cell 0 may hold 13");
    }

    @Test
    void aDemandIsMetWhereItsNumberIsReached() {
        Demand many = new Demand(Attack.RULE_BLIND, "both", Town.sum(0, 1), 13);
        assertThat(many.isMetBy(new int[] {6, 7})).isTrue();
        assertThat(many.isMetBy(new int[] {6, 6})).isFalse();
        Demand few = new Demand(Attack.RULE_AWARE, "both", Town.sum(0, 1).negated(), -1);
        assertThat(few.isMetBy(new int[] {1, 0})).isTrue();
        assertThat(few.isMetBy(new int[] {1, 1})).isFalse();
    }

    /** A part can only be many where its whole is: that is asked for as well, and nothing of the kind where few are asked for. */
    @Test
    void aPartThatIsToBeLargeNeedsALargeWhole() {
        Town town = new Town();
        int first = town.piece(20);
        int second = town.piece(30);
        int need = town.need(4, first);
        int needOfSecond = town.need(6, second);
        town.cell(1, need, needOfSecond);
        CellSystem system = town.build();
        Demand many = new Demand(Attack.RULE_BLIND, "need", system.count(0), 13);
        List<Knowledge.Row> rows = many.rows(system);
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).sum()).isSameAs(many.sum());
        assertThat(rows.get(1).sum().in(new int[] {1, 10, 0, 0})).isEqualTo(11);
        assertThat(rows).allMatch(row -> row.low() == 13 && row.source() == Knowledge.ALWAYS);
        assertThat(new Demand(Attack.RULE_AWARE, "need", system.count(0).negated(), -1).rows(system))
                .hasSize(1);
        assertThat(new Demand(Attack.RULE_BLIND, "piece", Town.sum(first), 13).rows(system))
                .hasSize(1);
        assertThat(new Demand(Attack.RULE_BLIND, "left out", system.others(0), 11).rows(system))
                .hasSize(1);
    }
}
