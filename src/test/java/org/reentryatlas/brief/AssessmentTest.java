package org.reentryatlas.brief;

import org.junit.jupiter.api.Test;
import org.reentryatlas.brief.GapRow.Bounds;

import static org.assertj.core.api.Assertions.assertThat;

class AssessmentTest {
    /** Bounds that touch leave it open: both could be the number in common. */
    @Test
    void changeIsSaidOnlyWhereBoundsDoNotOverlap() {
        Bounds was = new Bounds(10.5, 20.0);
        assertThat(Assessment.change(was, new Bounds(0, 10.4))).isEqualTo("surelySmaller");
        assertThat(Assessment.change(was, new Bounds(20.1, 30))).isEqualTo("surelyLarger");
        assertThat(Assessment.change(was, new Bounds(0, 10.5))).isEqualTo("cannotTell");
        assertThat(Assessment.change(was, was)).isEqualTo("cannotTell");
    }
}
