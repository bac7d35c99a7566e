package org.reentryatlas.siting;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** For whom a site changes something. */
class ComparisonTest {
    private static final double NO_WAY = Double.POSITIVE_INFINITY;

    /** Beats with 100, 140, 60, 0 and 20 people; minutes to four sites, of which the first is there. */
    private static final SitingProblem BEATS = SitingProblem.of(
                    new double[] {100, 140, 60, 0, 20},
                    new double[][] {
                        {20, 15, 30, 12},
                        {25, 10, 40, 30},
                        {5, 30, 4, 30},
                        {30, 1, 30, 30},
                        {NO_WAY, NO_WAY, 14, NO_WAY}
                    },
                    4)
            .withFixed(0);

    @Test
    void saysWhomASiteMovesUnderTheRadius() {
        Comparison comparison = Comparison.between(BEATS, List.of(0), List.of(0, 1));
        assertThat(comparison.movedWithin(15)).isEqualTo(new Comparison.Moved(240, List.of(0, 1)));
        assertThat(comparison.movedWithin(14.9)).isEqualTo(new Comparison.Moved(140, List.of(1)));
        assertThat(comparison.movedWithin(20)).isEqualTo(new Comparison.Moved(140, List.of(1)));
        assertThat(comparison.saved()).isEqualTo(5 * 100 + 15 * 140);
        assertThat(comparison.changes().get(1))
                .isEqualTo(new Comparison.Change(1, 140, OptionalDouble.of(25), OptionalDouble.of(10)));
    }

    @Test
    void saysWhomAClosureTakesTheirSite() {
        Comparison comparison = Comparison.between(BEATS, List.of(0, 2), List.of(1));
        assertThat(comparison.movedBeyond(15)).isEqualTo(new Comparison.Moved(80, List.of(2, 4)));
        assertThat(comparison.changes().get(4).after()).isEmpty();
        assertThat(comparison.saved()).as("of those who reach a site still").isEqualTo(500 + 2_100 - 26 * 60);
        assertThat(Comparison.between(BEATS, List.of(), List.of()).movedWithin(99))
                .isEqualTo(new Comparison.Moved(0, List.of()));
    }

    @Test
    void stepsBeginWithTheSiteThatMovesMost() {
        Solution solution = (Solution) new Siting(Effort.DEFAULT).solve(BEATS, new Goal.MaximalCovering(15, 3));
        List<Comparison.Step> steps = Comparison.steps(BEATS, solution, 15);
        assertThat(steps).extracting(Comparison.Step::site).containsExactly(1, 2, 3);
        assertThat(steps.get(0).within()).isEqualTo(new Comparison.Moved(240, List.of(0, 1)));
        assertThat(steps.get(1).within()).isEqualTo(new Comparison.Moved(20, List.of(4)));
        assertThat(steps.get(2).within().demands()).isEmpty();
        assertThat(steps.get(2).saved()).isEqualTo(300);
    }

    @Test
    void aSiteThatIsNoneIsRefused() {
        assertThatThrownBy(() -> Comparison.between(BEATS, List.of(0), List.of(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("site 4 is none of 4");
    }
}
