package org.reentryatlas.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reentryatlas.brief.GapRow.Bounds;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.GapRun;
import org.reentryatlas.layer.GapsBefore;
import org.reentryatlas.layer.PublishedRelease;
import org.reentryatlas.layer.ServiceCategory;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressTest {
    private static final List<ServiceCategory> CATEGORIES = List.of(
            new ServiceCategory("food", "Food", ""),
            new ServiceCategory("housing", "Housing", ""),
            new ServiceCategory("employment", "Employment", ""),
            new ServiceCategory("education", "Education", ""));
    private static final double[] NONE = {};
    private static final PublishedRelease EARLIER =
            new PublishedRelease("2026-03-31.1", LocalDate.of(2026, 3, 31), Instant.EPOCH, 1, 11, 5, 3, "", null);

    /** Gap from, gap to, and minutes, by category in their order; nothing where the run has none of it. */
    private static FeatureTable whole(double[]... figures) {
        List<Column> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (int category = 0; category < CATEGORIES.size(); category++) {
            double[] of = figures[category];
            int at = 0;
            for (String name : List.of("gap_low", "gap_high", "minutes")) {
                String column = CATEGORIES.get(category).code() + "_" + name;
                columns.add(new Column(column, Column.Type.NUMBER, column, "", List.of()));
                values.add(of.length <= at ? null : of[at]);
                at++;
            }
        }
        FeatureTable.Maker maker = new FeatureTable.Maker(columns);
        maker.add("city", null, values.toArray());
        return maker.make();
    }

    private static GapRun run(String id, GapRun.Entry... account) {
        return new GapRun(
                id, id.substring(0, 12), Instant.EPOCH, null, List.of(account), List.of(), "e2sfca", List.of(), "");
    }

    private static GapRun.Entry sites(String category, String count) {
        return new GapRun.Entry("walk", category, "sites", count);
    }

    private static List<GapRow> rows(String mode, FeatureTable table) {
        return CATEGORIES.stream()
                .flatMap(category -> GapRow.of(mode, category, table, "city").stream())
                .toList();
    }

    private static Section progress(List<GapRow> now, @Nullable GapsBefore before) {
        return new Progress(
                        run("2026-06-30.1-2", sites("food", "5"), sites("housing", "2")),
                        now,
                        Optional.ofNullable(before),
                        Words.in(Locale.ENGLISH))
                .section();
    }

    /** Numbers of two runs of a city: fewer lack food, more lack housing, and of employment nobody can tell. */
    @Test
    void eachCategoryIsSaidToHaveChangedOnlyWhereItsBoundsAreApart() {
        FeatureTable then =
                whole(new double[] {118.4, 131.2, 22}, new double[] {40, 52.5, 31}, new double[] {75.1, 90, 12}, NONE);
        FeatureTable now = whole(
                new double[] {96.7, 118.3, 17}, new double[] {52.6, 60}, new double[] {80, 99.9, 12}, new double[] {
                    7.5, 9, 40
                });
        Section section = progress(
                rows("walk", now),
                new GapsBefore(EARLIER, run("2026-03-31.1-1", sites("food", "4")), Map.of("walk", then)));
        assertThat(section.notes())
                .singleElement()
                .asString()
                .contains("March 31, 2026", "release 2026-03-31.1", "run 2026-03-31.1-1");
        assertThat(section.rows())
                .containsExactly(
                        List.of("Food", "On foot", 4, 5, 22, 17, 118.4, 131.2, 96.7, 118.3, "surely smaller"),
                        List.of("Housing", "On foot", "", 2, 31, "over 60", 40.0, 52.5, 52.6, 60.0, "surely larger"),
                        List.of("Employment", "On foot", "", "", 12, 12, 75.1, 90.0, 80.0, 99.9, "cannot be told"),
                        List.of("Education", "On foot", "", "", "", 40, "", "", 7.5, 9.0, "not counted then"));
        assertThat(section.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(section.head()));
    }

    @Test
    void aWayOfGettingAboutThatWasNotThereIsNotCompared() {
        FeatureTable now = whole(new double[] {1, 2, 3}, NONE, NONE, NONE);
        Section section =
                progress(rows("transit", now), new GapsBefore(EARLIER, run("2026-03-31.1-1"), Map.of("walk", now)));
        assertThat(section.rows()).hasSize(1);
        assertThat(section.rows().get(0))
                .startsWith("Food", "By public transport", "", "")
                .endsWith("not counted then");
    }

    @Test
    void withoutAnEarlierRunThereIsNoTable() {
        Section section = progress(rows("walk", whole(new double[] {1, 2, 3}, NONE, NONE, NONE)), null);
        assertThat(section.rows()).isEmpty();
        assertThat(section.notes()).containsExactly("No release before this one has gaps to compare with.");
    }

    /** Bounds that touch leave it open: both could be the number in common. */
    @Test
    void changeIsSaidOnlyWhereBoundsDoNotOverlap() {
        Bounds was = new Bounds(10.5, 20.0);
        assertThat(Progress.change(was, new Bounds(0, 10.4))).isEqualTo("surelySmaller");
        assertThat(Progress.change(was, new Bounds(20.1, 30))).isEqualTo("surelyLarger");
        assertThat(Progress.change(was, new Bounds(0, 10.5))).isEqualTo("cannotTell");
        assertThat(Progress.change(was, new Bounds(20.0, 30))).isEqualTo("cannotTell");
        assertThat(Progress.change(was, new Bounds(12, 13))).isEqualTo("cannotTell");
        assertThat(Progress.change(was, was)).isEqualTo("cannotTell");
    }
}
