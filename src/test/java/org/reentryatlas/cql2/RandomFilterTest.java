package org.reentryatlas.cql2;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.reentryatlas.geo.Box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.reentryatlas.cql2.Sample.truth;

/** What holds of every filter, on filters that seeds draw. */
class RandomFilterTest {
    private static List<Map<String, Object>> rows(Random random) {
        return Stream.generate(new RandomRows(random)::values).limit(20).toList();
    }

    @Property
    void textAndJsonAreOneFilter(@ForAll long seed) {
        Random random = new Random(seed);
        Written filter = new RandomFilters(random).condition(4);
        Filter text = Sample.parseText(filter.text());
        Filter json = Sample.parseJson(filter.json());
        assertThat(text.box()).isEqualTo(json.box());
        rows(random).stream()
                .map(RandomRows::row)
                .forEach(row -> assertThat(text.keeps(row)).as(filter.text()).isEqualTo(json.keeps(row)));
    }

    @Property(tries = 300)
    void deMorganHoldsWithThreeValues(@ForAll long seed) {
        Random random = new Random(seed);
        RandomFilters filters = new RandomFilters(random);
        String one = "(" + filters.condition(2).text() + ")";
        String other = "(" + filters.condition(2).text() + ")";
        rows(random).stream().map(RandomRows::row).forEach(row -> {
            assertThat(truth("NOT (" + one + " AND " + other + ")", row))
                    .isEqualTo(truth("NOT " + one + " OR NOT " + other, row));
            assertThat(truth("NOT (" + one + " OR " + other + ")", row))
                    .isEqualTo(truth("NOT " + one + " AND NOT " + other, row));
            assertThat(truth("NOT (NOT " + one + ")", row)).isEqualTo(truth(one, row));
        });
    }

    @Property(tries = 3_000)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void everyKeptRowMeetsTheBox(@ForAll long seed) {
        Random random = new Random(seed);
        Filter filter = Sample.parseText(new RandomFilters(random).condition(4).text());
        filter.box()
                .ifPresent(box -> rows(random).stream()
                        .filter(values -> filter.keeps(RandomRows.row(values)))
                        .forEach(values -> {
                            assertThat(meet(
                                            Sample.shape((String) values.getOrDefault("place", ""))
                                                    .box(),
                                            box))
                                    .isTrue();
                            Statistics.label("rows").collect("kept");
                        }));
        Statistics.label("rows").coverage(coverage -> coverage.check("kept").count(count -> count >= 5));
    }

    private static boolean meet(Box one, Box other) {
        return one.minX() <= other.maxX()
                && other.minX() <= one.maxX()
                && one.minY() <= other.maxY()
                && other.minY() <= one.maxY();
    }
}
