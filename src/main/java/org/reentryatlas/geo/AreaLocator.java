package org.reentryatlas.geo;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tells in which of many areas a point lies. Safe for many threads. */
public final class AreaLocator {
    private final ShapeIndex index;
    private final List<@Nullable PreparedShape> areas;

    /**
     * A locator among areas in one coordinate reference system.
     *
     * @param areas what has no shape holds nothing
     */
    public AreaLocator(List<@Nullable Shape> areas) {
        this.index = new ShapeIndex(areas);
        this.areas = areas.stream()
                .<@Nullable PreparedShape>map(area -> area == null ? null : PreparedShape.of(area))
                .toList();
    }

    /** The position of the first area that holds the point, so that one on a common edge is in one area alone. */
    public OptionalInt locate(Shape point) {
        return IntStream.of(index.near(point.box()))
                .filter(i -> {
                    PreparedShape area = areas.get(i);
                    return area != null && area.is(SpatialRelation.INTERSECTS, point);
                })
                .findFirst();
    }
}
