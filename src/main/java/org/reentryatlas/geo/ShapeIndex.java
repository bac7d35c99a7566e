package org.reentryatlas.geo;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Finds which of many shapes lie in some place. Immutable and safe for many threads. */
public final class ShapeIndex {
    private final List<@Nullable Shape> shapes;
    private final HPRtree tree = new HPRtree();

    /**
     * An index over shapes in one coordinate reference system.
     *
     * @param shapes what has no place is found nowhere
     */
    public ShapeIndex(List<@Nullable Shape> shapes) {
        this.shapes = shapes;
        for (int i = 0; i < shapes.size(); i++) {
            Shape shape = shapes.get(i);
            if (shape != null) {
                tree.insert(shape.geometry().getEnvelopeInternal(), i);
            }
        }
        tree.build();
    }

    /** Positions in the list, in rising order, of the shapes whose boxes touch the box. */
    public int[] near(Box box) {
        IntStream.Builder found = IntStream.builder();
        tree.query(box.envelope(), item -> found.add((Integer) item));
        return found.build().sorted().toArray();
    }

    /** Positions in the list, in rising order, of the shapes that have a point in common with the region. */
    public int[] touching(Shape region) {
        int[] near = near(region.box());
        // Of a point the box is all there is.
        boolean isBox = region.geometry().isRectangle();
        PreparedShape prepared = PreparedShape.of(region);
        return IntStream.of(near)
                .filter(i -> {
                    Shape shape = shapes.get(i);
                    return shape != null
                            && ((isBox && shape.isPoint()) || prepared.is(SpatialRelation.INTERSECTS, shape));
                })
                .toArray();
    }
}
