package org.reentryatlas.ogc;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.VectorTile;
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

    /** The box of all features, in degrees. */
    Box box() {
        return tables.values().stream().map(FeatureTable::box).reduce(Box.EMPTY, Box::including);
    }

    /** A tile with every layer; one without features is there all the same. */
    byte[] tile(TileMatrixSet set, Box box) {
        VectorTile tile = new VectorTile(box);
        tables.forEach((layer, table) -> {
            VectorTile.Layer drawn = tile.layer(layer.id());
            Placed placed = table.placed(set.crs());
            for (int row : thin(placed, placed.index().near(VectorTile.reach(box)), box)) {
                drawn.add(placed.at(row), values(table, row));
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

    /** What is published of a feature, as a tile can hold it: without what is null. */
    private static Map<String, Object> values(FeatureTable table, int row) {
        Map<String, Object> values = new HashMap<>();
        for (int column = 0; column < table.columns().size(); column++) {
            Object value = table.value(row, column);
            if (value instanceof List<?> several) {
                values.put(
                        table.columns().get(column).name(),
                        String.join(",", several.stream().map(Object::toString).toList()));
            } else if (value instanceof Number || value instanceof Boolean) {
                values.put(table.columns().get(column).name(), value);
            } else if (value != null) {
                values.put(table.columns().get(column).name(), value.toString());
            }
        }
        return values;
    }
}
