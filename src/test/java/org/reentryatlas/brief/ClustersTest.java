package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.ServiceCategory;

import static org.assertj.core.api.Assertions.assertThat;

class ClustersTest {
    private static final ServiceCategory FOOD = new ServiceCategory("food", "Food", "");

    /** Squares in rows of ten, the south with short ways and the north with none. */
    private static FeatureTable areas(boolean isEven) {
        FeatureTable.Maker maker = new FeatureTable.Maker(List.of(
                new Column("food_gap_low", Column.Type.NUMBER, "", "", List.of()),
                new Column("food_minutes", Column.Type.INTEGER, "", "", List.of())));
        for (int area = 0; area < 60; area++) {
            int x = area % 10;
            int y = area / 10;
            Shape square = Shape.ofWkt("POLYGON((%d %d,%d %d,%d %d,%d %d,%d %d))"
                            .formatted(x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y))
                    .orElseThrow();
            @Nullable Integer minutes = isEven ? Integer.valueOf(20) : y < 2 ? Integer.valueOf(5) : y < 4 ? 20 : null;
            maker.add("%02d".formatted(area), square, new @Nullable Object[] {1.0, minutes});
        }
        return maker.make();
    }

    private static Clusters.Found found(FeatureTable areas) {
        List<GapRow> rows = new ArrayList<>();
        for (int row : areas.rows()) {
            rows.add(GapRow.of("walk", FOOD, areas, areas.id(row)).orElseThrow());
        }
        return new Clusters(areas).of(rows, 60);
    }

    @Test
    void longWaysGatherWhereThereIsNoSiteAndShortOnesFarFromThere() {
        Clusters.Found found = found(areas(false));
        assertThat(found.slow()).contains("55", "54").doesNotContain("05", "25");
        assertThat(found.fast()).contains("05", "04").doesNotContain("55", "35");
    }

    @Test
    void whereAllIsAlikeNothingGathers() {
        Clusters.Found found = found(areas(true));
        assertThat(found.slow()).isEmpty();
        assertThat(found.fast()).isEmpty();
    }
}
