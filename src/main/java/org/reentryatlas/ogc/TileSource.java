package org.reentryatlas.ogc;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.VectorTile;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;
import org.reentryatlas.layer.FeatureTable.Placed;
import org.reentryatlas.layer.Layer;

/**
 * The layers that a tileset draws, with their features.
 *
 * @param title of the tileset
 * @param tables by layer, in the order in which they are drawn
 */
record TileSource(String title, Map<Layer, FeatureTable> tables) {
    /** Where more features than this reach into a tile, it has no more than one for each cell. */
    private static final int MOST_FEATURES = 5_000;

    /** Cells on a side of a tile. */
    private static final int CELLS = 256;

    /** The box of all features in a system. */
    Box box(Crs crs) {
        return tables.values().stream().map(table -> table.placed(crs).box()).reduce(Box.EMPTY, Box::including);
    }

    /** A tile with every layer; one without features is there all the same. */
    byte[] tile(TileMatrixSet set, Box box) {
        VectorTile tile = new VectorTile(box);
        tables.forEach((layer, table) -> {
            VectorTile.Layer drawn = tile.layer(
                    layer.id(), table.columns().stream().map(Column::name).toList());
            Placed placed = table.placed(set.crs());
            for (int row : thin(placed, placed.index().near(VectorTile.reach(box)), box)) {
                drawn.add(placed.at(row), row, (feature, column) -> value(table.value(feature, column)));
            }
            drawn.end();
        });
        return tile.encode();
    }

    /** Of too many features to be told apart, the first of each cell. */
    private static int[] thin(Placed placed, int[] rows, Box tile) {
        if (rows.length <= MOST_FEATURES) {
            return rows;
        }
        double side = (tile.maxX() - tile.minX()) / CELLS;
        Set<Long> taken = new HashSet<>();
        return IntStream.of(rows)
                .filter(row -> {
                    Box box = placed.at(row).box();
                    long column = (long) Math.floor(((box.minX() + box.maxX()) / 2 - tile.minX()) / side);
                    long line = (long) Math.floor(((box.minY() + box.maxY()) / 2 - tile.minY()) / side);
                    return taken.add(column << 32 | (line & 0xffffffffL));
                })
                .toArray();
    }

    /** What is published, as a tile can hold it. */
    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof List<?> several) {
            return several.size() == 1
                    ? several.get(0)
                    : String.join(",", several.stream().map(Object::toString).toList());
        }
        return value instanceof LocalDate ? value.toString() : value;
    }
}
