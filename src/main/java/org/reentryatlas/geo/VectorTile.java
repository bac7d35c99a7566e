package org.reentryatlas.geo;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** A tile in the Mapbox Vector Tile format, version 2.1, while it is made. */
public final class VectorTile {
    /** Of a tile's side; what reaches over its edge is drawn so far, that no edge shows. */
    private static final double BUFFER = 64.0 / MvtLayerParams.DEFAULT_EXTENT;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final Envelope box;
    private final Envelope clip;
    private final Tile.Builder tile = Tile.newBuilder();

    /**
     * An empty tile.
     *
     * @param box in the system that the tile is in, y upwards
     */
    public VectorTile(Box box) {
        this.box = box.envelope();
        this.clip = reach(box).envelope();
    }

    /** The box of all that is drawn on a tile: somewhat more than the tile. */
    public static Box reach(Box tile) {
        double margin = (tile.maxX() - tile.minX()) * BUFFER;
        return new Box(tile.minX() - margin, tile.minY() - margin, tile.maxX() + margin, tile.maxY() + margin);
    }

    /**
     * A layer of the tile, which is there without features too.
     *
     * @param properties the names of what its features have
     */
    public Layer layer(String name, List<String> properties) {
        return new Layer(MvtUtil.newLayerBuilder(name, MvtLayerParams.DEFAULT), properties);
    }

    /** What features have. */
    public interface Values {
        /** A text, a number, a truth, or null for nothing, of a feature and the property of that number. */
        @Nullable
        Object of(int feature, int property);
    }

    /** The tile as bytes. */
    public byte[] encode() {
        return tile.build().toByteArray();
    }

    /** A layer while it is made. */
    public final class Layer {
        private final Tile.Layer.Builder layer;
        private final List<String> names;
        private final MvtLayerProps properties = new MvtLayerProps();

        private Layer(Tile.Layer.Builder layer, List<String> names) {
            this.layer = layer;
            this.names = names;
        }

        /**
         * A feature; nothing is added where it does not reach into the tile.
         *
         * @param shape in the system of the tile
         * @param feature which one it is, for the values
         */
        public void add(Shape shape, int feature, Values values) {
            Geometry placed = shape.geometry() instanceof Point point
                    ? place(point)
                    : JtsAdapter.createTileGeom(
                            shape.geometry(), box, clip, GEOMETRIES, MvtLayerParams.DEFAULT, geometry -> true);
            if (!placed.isEmpty()) {
                // The tags are asked for only where there is something to be asked about.
                placed.setUserData(feature);
                JtsAdapter.addFeatures(
                        layer, placed, properties, (none, props, made) -> addTags(feature, values, made));
            }
        }

        private void addTags(int feature, Values values, Tile.Feature.Builder made) {
            for (int property = 0; property < names.size(); property++) {
                Object value = values.of(feature, property);
                if (value != null) {
                    made.addTags(properties.addKey(names.get(property)));
                    made.addTags(properties.addValue(value));
                }
            }
        }

        /** By hand: to cut out a point as if it were an area takes most of the time of a tile. */
        private Point place(Point point) {
            if (!clip.contains(point.getX(), point.getY())) {
                return GEOMETRIES.createPoint();
            }
            double scale = MvtLayerParams.DEFAULT_EXTENT / box.getWidth();
            return GEOMETRIES.createPoint(new Coordinate(
                    Math.rint((point.getX() - box.getMinX()) * scale),
                    Math.rint((box.getMaxY() - point.getY()) * scale)));
        }

        /** Puts the layer into the tile. */
        public void end() {
            MvtUtil.writeProps(layer, properties);
            tile.addLayers(layer.build());
        }
    }
}
