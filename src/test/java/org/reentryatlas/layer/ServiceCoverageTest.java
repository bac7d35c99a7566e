package org.reentryatlas.layer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reentryatlas.geo.Shape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class ServiceCoverageTest {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final List<ServiceCategory> CATEGORIES = List.of(
            new ServiceCategory("food", "Food", "Meals."), new ServiceCategory("housing", "Housing", "A roof."));

    /** Two squares of a degree beside each other on the equator, and one without a shape. */
    private static FeatureTable areas() {
        FeatureTable.Maker maker = new FeatureTable.Maker(List.of(
                Column.of("key", Column.Type.TEXT, "Key", ""),
                Column.of("name", Column.Type.TEXT, "Name", ""),
                Column.of("level", Column.Type.TEXT, "Level", ""),
                Column.of("parent", Column.Type.TEXT, "Parent", ""),
                Column.of("people", Column.Type.INTEGER, "People", "")));
        add(maker, "1", "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))");
        add(maker, "2", "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))");
        add(maker, "3", "");
        return maker.make();
    }

    private static void add(FeatureTable.Maker maker, String key, String wkt) {
        maker.add(key, Shape.ofWkt(wkt).orElse(null), new Object[] {key, "Beat " + key, "beat", "S1", 25});
    }

    private static FeatureTable sites(Object... places) {
        FeatureTable.Maker maker = new FeatureTable.Maker(List.of(
                Column.of(SiteStore.CATEGORIES, Column.Type.TEXTS, "Categories", ""),
                Column.of(SiteStore.CONFIDENTIAL, Column.Type.BOOLEAN, "Confidential", "")));
        for (int i = 0; i < places.length; i += 3) {
            maker.add("s" + i, Shape.ofWkt((String) places[i]).orElse(null), new Object[] {
                List.of(((String) places[i + 1]).split(" ")), places[i + 2]
            });
        }
        return maker.make();
    }

    private static ServiceSites of(FeatureTable sites) {
        return new ServiceSites(sites, CATEGORIES, true);
    }

    private static FeatureTable coverage(ServiceSites sites) {
        return new ServiceCoverage(areas(), sites, CATEGORIES, FROM).table();
    }

    private static @Nullable Object value(FeatureTable table, String key, String column) {
        return table.value(requireNonNull(table.row(key)), requireNonNull(table.column(column)));
    }

    @Test
    void eachSiteCountsInOneAreaAndInEachOfItsCategories() {
        FeatureTable table = coverage(of(sites(
                "POINT(0.5 0.5)", "food housing", false, "POINT(1 0.5)", "food", false, "POINT(5 5)", "food", false)));
        assertThat(value(table, "1", "sites")).isEqualTo(2);
        assertThat(value(table, "1", "sites_food")).isEqualTo(2);
        assertThat(value(table, "1", "sites_housing")).isEqualTo(1);
        assertThat(value(table, "2", "sites"))
                .as("the edge belongs to the first")
                .isEqualTo(0);
        assertThat(value(table, "2", "sites_housing")).isEqualTo(0);
        assertThat(value(table, "1", "areas_from")).isEqualTo(FROM);
        assertThat(value(table, "1", "parent")).isEqualTo("S1");
    }

    @Test
    void theNearestIsFoundBeyondTheBoundaryToo() {
        FeatureTable table = coverage(of(sites("POINT(0.5 0.5)", "food", false, "POINT(2.5 0.5)", "housing", false)));
        assertThat(value(table, "1", "nearest_m")).isEqualTo(0);
        assertThat(value(table, "2", "nearest_m")).isEqualTo(111_191);
        assertThat(value(table, "2", "nearest_m_food")).isEqualTo(111_191);
        assertThat(value(table, "1", "nearest_m_housing")).isEqualTo(222_382);
        assertThat(value(table, "2", "sites_housing")).isEqualTo(0);
    }

    /** Also one whose position got in by mistake. */
    @Test
    void aSecretPlaceCountsNowhere() {
        ServiceSites sites = of(sites("POINT(0.5 0.5)", "food", true, "", "housing", true, "", "housing", false));
        FeatureTable table = coverage(sites);
        assertThat(value(table, "1", "sites")).isEqualTo(0);
        assertThat(value(table, "1", "nearest_m")).isNull();
        assertThat(value(table, "1", "nearest_m_housing")).isNull();
        assertThat(sites.told())
                .isEqualTo(
                        "0 sites have a public position and count; 2 whose place is kept secret and 1 without a known"
                                + " position count nowhere.");
    }

    @Test
    void withoutADirectoryNobodyKnows() {
        FeatureTable table = coverage(new ServiceSites(sites(), CATEGORIES, false));
        assertThat(value(table, "1", "sites")).isNull();
        assertThat(value(table, "1", "sites_food")).isNull();
        assertThat(value(table, "3", "nearest_m")).isNull();
    }

    @Test
    void noNumberOfPeopleIsTakenOver() {
        assertThat(coverage(of(sites())).columns())
                .extracting(Column::name)
                .containsExactly(
                        "key",
                        "name",
                        "level",
                        "parent",
                        "areas_from",
                        "sites",
                        "nearest_m",
                        "sites_food",
                        "nearest_m_food",
                        "sites_housing",
                        "nearest_m_housing");
    }
}
