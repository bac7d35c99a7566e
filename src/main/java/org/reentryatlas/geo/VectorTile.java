package org.reentryatlas.geo;

import io.github.sebasbaumh.mapbox.vectortile.VectorTile.Tile;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.JtsAdapter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerProps;
import io.github.sebasbaumh.mapbox.vectortile.util.MvtUtil;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

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

    /** A layer of the tile, which has none without features either: what is there is not told by the size of nothing. */
    public Layer layer(String name) {
        return new Layer(MvtUtil.newLayerBuilder(name, MvtLayerParams.DEFAULT));
    }

    /** The tile as bytes. */
    public byte[] encode() {
        return tile.build().toByteArray();
    }

    /** A layer while it is made. */
    public final class Layer {
        private final Tile.Layer.Builder layer;
        private final MvtLayerProps properties = new MvtLayerProps();
        private final UserDataKeyValueMapConverter tags = new UserDataKeyValueMapConverter();

        private Layer(Tile.Layer.Builder layer) {
            this.layer = layer;
        }

        /**
         * A feature; nothing is added where it does not reach into the tile.
         *
         * @param shape in the system of the tile
         * @param values texts, numbers and truths by name
         */
        public void add(Shape shape, Map<String, Object> values) {
            Geometry placed = JtsAdapter.createTileGeom(
                    shape.geometry(), box, clip, GEOMETRIES, MvtLayerParams.DEFAULT, geometry -> true);
            if (!placed.isEmpty()) {
                placed.setUserData(values);
                JtsAdapter.addFeatures(layer, placed, properties, tags);
            }
        }

        /** Puts the layer into the tile. */
        public void end() {
            MvtUtil.writeProps(layer, properties);
            tile.addLayers(layer.build());
        }
    }
}
