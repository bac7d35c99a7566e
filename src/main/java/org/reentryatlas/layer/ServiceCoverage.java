package org.reentryatlas.layer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.AreaLocator;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.ServiceSites.Site;

import static org.reentryatlas.layer.Column.Type.DATE;
import static org.reentryatlas.layer.Column.Type.INTEGER;

/**
 * The services in and near areas. It is made of open reference data alone: of the areas of a release it takes their shapes and
 * names, and no number.
 */
final class ServiceCoverage {
    /** Columns that count sites begin so; none of them is 0 by protection, so that a 0 there is no class but a public zero. */
    static final String SITES = "sites";

    private static final String FROM_A_POINT =
            ", as the crow flies in metres from a point on the surface of the area (not where"
                    + " people live); sites beyond the jurisdiction count too. Null where there is none.";
    private final FeatureTable areas;
    private final ServiceSites sites;
    private final List<ServiceCategory> categories;
    private final LocalDate areasFrom;

    ServiceCoverage(FeatureTable areas, ServiceSites sites, List<ServiceCategory> categories, LocalDate areasFrom) {
        this.areas = areas;
        this.sites = sites;
        this.categories = categories;
        this.areasFrom = areasFrom;
    }

    FeatureTable table() {
        FeatureTable.Maker maker = new FeatureTable.Maker(columns());
        int[] counts = new int[areas.size()];
        Map<String, int[]> countsOf = new HashMap<>();
        categories.forEach(category -> countsOf.put(category.code(), new int[areas.size()]));
        count(counts, countsOf);
        for (int row : areas.rows()) {
            maker.addLike(areas, row, values(row, counts, countsOf));
        }
        return maker.make();
    }

    private void count(int[] counts, Map<String, int[]> countsOf) {
        AreaLocator locator = new AreaLocator(areas.shapes());
        for (Site site : sites.placed()) {
            OptionalInt row = locator.locate(site.position());
            if (row.isPresent()) {
                counts[row.getAsInt()]++;
                for (String category : site.categories()) {
                    int[] ofCategory = countsOf.get(category);
                    if (ofCategory != null) {
                        ofCategory[row.getAsInt()]++;
                    }
                }
            }
        }
    }

    private @Nullable Object[] values(int row, int[] counts, Map<String, int[]> countsOf) {
        Shape shape = areas.shape(row);
        LonLat place = shape == null ? null : shape.placeWithin();
        List<@Nullable Object> values = new ArrayList<>();
        values.addAll(AreaColumns.ofArea(areas, row).values());
        values.add(areasFrom);
        values.add(count(row, counts));
        values.add(place == null ? null : sites.metres(place));
        for (ServiceCategory category : categories) {
            values.add(count(row, countsOf.getOrDefault(category.code(), counts)));
            values.add(place == null ? null : sites.metres(place, category));
        }
        return values.toArray();
    }

    private @Nullable Integer count(int row, int[] counts) {
        return sites.isKnown() ? counts[row] : null;
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(AreaColumns.OF_AREA);
        columns.addAll(List.of(
                Column.of("areas_from", DATE, "Areas from", "The day from which the areas hold."),
                Column.of(
                        SITES,
                        INTEGER,
                        "Service sites",
                        "Service sites whose public position lies in the area. A place that is kept secret counts nowhere."),
                Column.of(
                        "nearest_m",
                        INTEGER,
                        "Nearest service site",
                        "The way to the nearest service site" + FROM_A_POINT)));
        for (ServiceCategory category : categories) {
            columns.add(Column.of(
                    SITES + "_" + category.code(),
                    INTEGER,
                    category.name() + ": sites",
                    "Service sites of this category whose public position lies in the area; one of several categories counts in"
                            + " each."));
            columns.add(Column.of(
                    "nearest_m_" + category.code(),
                    INTEGER,
                    category.name() + ": nearest site",
                    "The way to the nearest service site of this category" + FROM_A_POINT));
        }
        return columns;
    }
}
