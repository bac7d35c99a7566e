package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.reentryatlas.access.CostTable;
import org.reentryatlas.access.HotSpots;
import org.reentryatlas.access.Weights;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.layer.FeatureTable;

/**
 * Which areas lie where ways are long all around, and which where they are short: Gi* of the minutes to the nearest site (J. K. Ord
 * &amp; A. Getis, Geographical Analysis 27(4), 1995), with at most five per cent of false discoveries expected. Areas that have a point
 * in common are neighbours. Minutes hang on no count, so nothing that is hidden leaves it open.
 */
final class Clusters {
    private static final double LEVEL = 0.05;

    private final FeatureTable areas;
    private final Weights neighbours;

    /** Of the areas of a level. */
    Clusters(FeatureTable areas) {
        this.areas = areas;
        CostTable.Builder pairs = CostTable.builder(areas.size(), areas.size());
        for (int row : areas.rows()) {
            Shape shape = areas.shape(row);
            for (int other : shape == null ? new int[0] : areas.touching(shape)) {
                if (other != row) {
                    pairs.add(row, other, 1);
                }
            }
        }
        this.neighbours = Weights.of(pairs.build(), cost -> 1);
    }

    /**
     * What is found, by keys of areas in their order.
     *
     * @param slow where ways are long
     * @param fast where they are short
     */
    record Found(List<String> slow, List<String> fast) {}

    /**
     * The clusters of a category.
     *
     * @param rows of the areas; others have no value
     * @param limit what an area counts from which no site is reached, in minutes
     */
    Found of(List<GapRow> rows, int limit) {
        List<OptionalDouble> minutes = new ArrayList<>(Collections.nCopies(areas.size(), OptionalDouble.empty()));
        for (GapRow row : rows) {
            Integer at = areas.row(row.areaKey());
            if (at != null) {
                minutes.set(at, OptionalDouble.of(row.minutes().orElse(limit)));
            }
        }
        List<Optional<HotSpots.Spot>> spots = HotSpots.giStar(neighbours, 1, minutes);
        return new Found(keys(spots, spot -> spot.isHot(LEVEL)), keys(spots, spot -> spot.isCold(LEVEL)));
    }

    private List<String> keys(List<Optional<HotSpots.Spot>> spots, Predicate<HotSpots.Spot> is) {
        return IntStream.range(0, spots.size())
                .filter(area -> spots.get(area).filter(is).isPresent())
                .mapToObj(areas::id)
                .toList();
    }
}
