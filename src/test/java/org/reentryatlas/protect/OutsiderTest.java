package org.reentryatlas.protect;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** What somebody with a solver says of small tables that protect their people badly, or well. */
class OutsiderTest {
    private static final Policy EXACT = new Policy(11, 1, 3);
    private static final int MEMBERS = 2;

    private final List<String> told = new ArrayList<>();

    private Outsider.Report attack(CellSystem system, Policy policy, List<Published> published) {
        return new Outsider(system, published, policy, told::add).attack(MEMBERS);
    }

    private static Published shown(int value) {
        return new Published.Shown(value);
    }

    private static Outsider.Finding about(String about, Outsider.Report report) {
        return report.bounded().stream()
                .filter(finding -> finding.about().equals(about))
                .findFirst()
                .orElseThrow();
    }

    /** Two pieces with a cell each, and one of both. */
    private static CellSystem two(int first, int second) {
        Town town = new Town();
        town.cellsOf(1, town.piece(first), town.piece(second));
        return town.build();
    }

    @Test
    void provesWhatCanBeSubtracted() {
        Outsider.Report report = attack(two(5, 40), EXACT, List.of(Published.HIDDEN, shown(40), shown(45)));
        assertThat(report.isSafe()).isFalse();
        assertThat(report.examined()).as("two atoms and a hidden cell").isEqualTo(3);
        assertThat(report.of(Outsider.Verdict.PROVED).stream().map(Outsider.Finding::about))
                .containsExactlyInAnyOrder("atom 0", "cell 0");
        assertThat(report.bounded()).hasSize(2);
        Outsider.Finding small = about("cell 0", report);
        assertThat(small.low()).isEqualTo(5, within(1e-6));
        assertThat(small.high()).isEqualTo(5, within(1e-6));
        assertThat(small.blame()).containsExactly("cell 1", "cell 2");
        assertThat(told).first().asString().contains("looking for a world");
    }

    @Test
    void provesNothingWhereASecondCellIsHidden() {
        Outsider.Report report = attack(two(5, 40), EXACT, List.of(Published.HIDDEN, Published.HIDDEN, shown(45)));
        assertThat(report.bounded()).isEmpty();
        assertThat(report.isSafe()).isTrue();
        assertThat(report.examined()).isEqualTo(4);
    }

    @Test
    void whatHoldsElevenForCertainHasNothingToHide() {
        Outsider.Report report = attack(two(12, 40), EXACT, List.of(Published.HIDDEN, shown(40), shown(52)));
        Outsider.Finding finding = about("cell 0", report);
        assertThat(finding.verdict()).isEqualTo(Outsider.Verdict.LARGE);
        assertThat(finding.low()).isEqualTo(12, within(1e-6));
        assertThat(report.isSafe()).isTrue();
        assertThat(about("cell 0", attack(two(11, 40), EXACT, List.of(Published.HIDDEN, shown(40), shown(51))))
                        .verdict())
                .isEqualTo(Outsider.Verdict.LARGE);
        assertThat(about("cell 0", attack(two(10, 40), EXACT, List.of(Published.HIDDEN, shown(40), shown(50))))
                        .verdict())
                .isEqualTo(Outsider.Verdict.PROVED);
    }

    /** Twelve people in two pieces: neither holds more, and either may be empty, so that nothing is proved. */
    @Test
    void provesNothingWhereNobodyNeedBe() {
        Outsider.Report report = attack(two(5, 7), EXACT, List.of(Published.HIDDEN, Published.HIDDEN, shown(12)));
        assertThat(report.isSafe()).isTrue();
        assertThat(report.unasked())
                .as("the piece that the first world leaves empty")
                .isEqualTo(1);
        assertThat(report.bounded()).hasSize(3).allMatch(finding -> finding.verdict() == Outsider.Verdict.MAY_BE_EMPTY);
        Outsider.Finding tightest = report.tightest().orElseThrow();
        assertThat(tightest.high()).isEqualTo(12, within(1e-6));
        assertThat(tightest.low()).isZero();
    }

    @Test
    void whereNobodyCanBeIsNotTheTightest() {
        Town town = new Town();
        int first = town.piece(5);
        int second = town.piece(7);
        int park = town.piece(0);
        town.cell(1, first, second);
        town.cell(1, first, second, park);
        Outsider.Report report = attack(town.build(), EXACT, List.of(shown(12), shown(12)));
        assertThat(report.examined()).isEqualTo(3);
        assertThat(report.unasked())
                .as("the park, and the piece that the first world leaves empty")
                .isPositive();
        assertThat(report.tightest().orElseThrow().high()).isEqualTo(12, within(1e-6));
    }

    /** With the fewest members known, what holds eleven is safe; with more, it is not. */
    @Test
    void whoKnowsMoreMembersBoundsMore() {
        CellSystem system = two(5, 9);
        List<Published> published = List.of(Published.HIDDEN, Published.HIDDEN, shown(14));
        assertThat(new Outsider(system, published, EXACT, told::add).attack(3).bounded())
                .isEmpty();
        assertThat(new Outsider(system, published, EXACT, told::add).attack(4).bounded())
                .hasSize(3);
    }

    /**
     * Linear programmes see thirteen possible where whole people make twelve: 12.5 of one triangle of sums and a half of
     * another, neither of which a whole person can be part of.
     */
    @Test
    void leavesUndecidedWhatOnlySplitPeopleReach() {
        Policy byTwos = new Policy(11, 2, 3);
        Town town = new Town();
        int[] large = {town.piece(12), town.piece(12), town.piece(12)};
        int[] small = {town.piece(0), town.piece(12), town.piece(12)};
        List<Published> published = new ArrayList<>();
        for (int[] corners : new int[][] {large, small}) {
            town.cell(1, corners[0], corners[1]);
            town.cell(1, corners[0], corners[2]);
            town.cell(1, corners[1], corners[2]);
            int side = corners == large ? 24 : 12;
            published.addAll(List.of(shown(side), shown(side), shown(24)));
        }
        town.cell(1, large[0], small[0]);
        published.add(Published.HIDDEN);
        Outsider.Report report = attack(town.build(), byTwos, published);
        assertThat(report.of(Outsider.Verdict.UNDECIDED).stream().map(Outsider.Finding::about))
                .containsExactly("cell 6");
        assertThat(about("cell 6", report).high()).isEqualTo(13, within(1e-6));
        assertThat(about("atom 0", report).verdict()).isEqualTo(Outsider.Verdict.LARGE);
        assertThat(report.isSafe()).isFalse();
    }

    /** What else is hidden, and safe, takes nothing from the proof. */
    @Test
    void provesASmallNumberBesideLargeOnesThatAreHidden() {
        Town town = new Town();
        town.cellsOf(1, town.piece(5), town.piece(40));
        town.cellsOf(1, town.piece(50), town.piece(60));
        List<Published> published =
                List.of(Published.HIDDEN, shown(40), shown(45), Published.HIDDEN, Published.HIDDEN, shown(110));
        Outsider.Report report = attack(town.build(), EXACT, published);
        assertThat(report.bounded().stream().map(Outsider.Finding::about))
                .containsExactlyInAnyOrder("atom 0", "cell 0");
        assertThat(report.of(Outsider.Verdict.PROVED)).hasSize(2);
    }

    /**
     * Two pieces have the same number, since a third makes 24 of either; with a fourth they make 25, so that the fourth is odd, and
     * not empty. Linear bounds do not see that: it must not pass for one that may be empty.
     */
    @Test
    void leavesUndecidedWhatOnlySplitPeopleLeaveEmpty() {
        Town town = new Town();
        int odd = town.piece(5);
        int first = town.piece(10);
        int second = town.piece(10);
        int third = town.piece(14);
        int rest = town.piece(7);
        town.cell(1, first, second, odd);
        town.cell(1, first, third);
        town.cell(1, second, third);
        town.cell(1, odd, rest);
        List<Published> published = List.of(shown(25), shown(24), shown(24), shown(12));
        Outsider.Report report =
                Outsider.within(town.build(), published, EXACT, told::add).attack(MEMBERS);
        assertThat(report.of(Outsider.Verdict.UNDECIDED).stream().map(Outsider.Finding::about))
                .containsExactlyInAnyOrder("atom 0", "atom 4");
        assertThat(about("atom 0", report).low()).isEqualTo(0, within(1e-6));
        assertThat(report.of(Outsider.Verdict.PROVED).stream().map(Outsider.Finding::about))
                .as("seven to twelve")
                .containsExactlyInAnyOrder("atom 1", "atom 2");
        assertThat(report.isSafe()).isFalse();
        assertThat(attack(town.build(), EXACT, published).of(Outsider.Verdict.UNDECIDED))
                .as("whoever has no truth to start from finds a world and the same")
                .hasSize(2);
    }

    @Test
    void startsFromTheTruthWhereItIsGiven() {
        CellSystem system = two(5, 40);
        List<Published> open = List.of(Published.HIDDEN, shown(40), shown(45));
        Outsider.Report report = Outsider.within(system, open, EXACT, told::add).attack(MEMBERS);
        assertThat(report.of(Outsider.Verdict.PROVED)).hasSize(2);
        assertThat(told).noneMatch(step -> step.contains("looking for a world"));
    }

    @Test
    void whatWorldsShowPossibleIsNotExamined() {
        CellSystem system = two(5, 7);
        List<Published> published = List.of(Published.HIDDEN, Published.HIDDEN, shown(12));
        Outsider outsider = Outsider.within(system, published, EXACT, told::add);
        List<World> empty = List.of(
                new World(Attack.RULE_BLIND, new int[] {12, 0}), new World(Attack.RULE_BLIND, new int[] {0, 12}));
        assertThat(outsider.attack(MEMBERS, empty).bounded())
                .as("where one of them holds nobody, nothing can be proved")
                .isEmpty();
        assertThat(outsider.attack(MEMBERS, empty.subList(0, 1)).bounded().stream()
                        .map(Outsider.Finding::about))
                .contains("atom 0", "cell 0")
                .doesNotContain("atom 1", "cell 1");
    }

    /** A world that is offered for a proof, and contradicts what is published, would hide a breach. */
    @Test
    void worldsThatContradictWhatIsPublishedAreFoundOut() {
        Outsider outsider =
                Outsider.within(two(5, 40), List.of(Published.HIDDEN, shown(40), shown(45)), EXACT, told::add);
        List<World> invented = List.of(new World(Attack.RULE_BLIND, new int[] {13, 40}));
        assertThatThrownBy(() -> outsider.attack(MEMBERS, invented))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("a world that was found contradicts");
    }

    @Test
    void numbersThatContradictEachOtherHaveNoWorld() {
        assertThatThrownBy(() -> attack(two(30, 40), EXACT, List.of(shown(30), shown(40), shown(71))))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("contradicts itself");
    }

    /** Each number allows split people, and all together no whole ones: two sums of twelve and one of 23. */
    @Test
    void numbersThatOnlySplitPeopleFitHaveNoWorld() {
        Town town = new Town();
        int first = town.piece(1);
        int second = town.piece(11);
        int third = town.piece(11);
        town.cell(1, first, second);
        town.cell(1, first, third);
        town.cell(1, second, third);
        assertThatThrownBy(() -> attack(town.build(), EXACT, List.of(shown(12), shown(12), shown(23))))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("no world of whole people");
    }

    @Test
    void aNeedThatMoreHaveThanThereArePeopleHasNoWorld() {
        Town town = new Town();
        int piece = town.piece(40);
        town.cell(1, piece);
        town.cell(1, town.need(20, piece));
        assertThatThrownBy(() -> attack(town.build(), EXACT, List.of(shown(40), shown(30))))
                .isInstanceOf(ProtectionException.class)
                .hasMessageContaining("contradicts itself");
    }

    /** A need is shown, of which 20 people are; so that the hidden total of their ground is not small. */
    @Test
    void whatANeedSaysOfItsWholesIsUsed() {
        Town town = new Town();
        int first = town.piece(31);
        int second = town.piece(9);
        int need = town.need(20, first);
        town.cell(1, first, second);
        town.cell(1, first);
        town.cell(1, second);
        town.cell(1, need);
        Outsider.Report report =
                attack(town.build(), EXACT, List.of(shown(40), Published.HIDDEN, Published.HIDDEN, shown(20)));
        Outsider.Finding second0 = about("cell 2", report);
        assertThat(second0.high())
                .as("all but twenty with the need and eleven without")
                .isEqualTo(9, within(1e-6));
        assertThat(second0.verdict()).isEqualTo(Outsider.Verdict.MAY_BE_EMPTY);
        assertThat(second0.blame()).as("the need too").containsExactly("cell 0", "cell 3");
    }
}
