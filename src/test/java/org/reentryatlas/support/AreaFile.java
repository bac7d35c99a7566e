package org.reentryatlas.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A boundary file written in metres of the small city's working system (EPSG:32155), so that a test knows every area. The
 * columns are KEY and NAME.
 */
public final class AreaFile {
    private static final double EAST = 205_000;
    private static final double NORTH = 333_000;

    private final List<String> features = new ArrayList<>();

    /** A rectangle, in metres from the corner of the city. */
    public AreaFile rectangle(String key, double x0, double y0, double x1, double y1) {
        return polygon(key, x0, y0, x1, y0, x1, y1, x0, y1);
    }

    /** A polygon of one ring by its corners, x before y; the ring is closed here. */
    public AreaFile polygon(String key, double... corners) {
        return geometry(key, "Polygon", "[" + ring(true, corners) + "]");
    }

    /** A multipolygon of rectangles of four numbers each. */
    public AreaFile rectangles(String key, double... sides) {
        List<String> polygons = new ArrayList<>();
        for (int i = 0; i < sides.length; i += 4) {
            polygons.add("["
                    + ring(
                            true,
                            sides[i],
                            sides[i + 1],
                            sides[i + 2],
                            sides[i + 1],
                            sides[i + 2],
                            sides[i + 3],
                            sides[i],
                            sides[i + 3])
                    + "]");
        }
        return geometry(key, "MultiPolygon", "[" + String.join(",", polygons) + "]");
    }

    /** A polygon whose ring is left as it is. */
    public AreaFile openPolygon(String key, double... corners) {
        return geometry(key, "Polygon", "[" + ring(false, corners) + "]");
    }

    public AreaFile line(String key, double... corners) {
        return geometry(key, "LineString", ring(false, corners));
    }

    public AreaFile nowhere(String key) {
        features.add(feature(key, "null"));
        return this;
    }

    /** The features in the opposite order. */
    public AreaFile reversed() {
        java.util.Collections.reverse(features);
        return this;
    }

    public Path write(Path file) throws IOException {
        return Files.writeString(
                file,
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                        + "\"urn:ogc:def:crs:EPSG::32155\"}},\"features\":[\n" + String.join(",\n", features)
                        + "\n]}\n");
    }

    private AreaFile geometry(String key, String type, String coordinates) {
        features.add(feature(key, "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}"));
        return this;
    }

    private static String feature(String key, String geometry) {
        String value = key.isEmpty() ? "null" : "\"" + key + "\"";
        return "{\"type\":\"Feature\",\"properties\":{\"KEY\":" + value + ",\"NAME\":\"Area " + key
                + "\"},\"geometry\":" + geometry + "}";
    }

    private static String ring(boolean closed, double... corners) {
        List<String> positions = new ArrayList<>();
        for (int i = 0; i < corners.length; i += 2) {
            positions.add(String.format(Locale.ROOT, "[%.4f,%.4f]", EAST + corners[i], NORTH + corners[i + 1]));
        }
        if (closed) {
            positions.add(positions.get(0));
        }
        return "[" + String.join(",", positions) + "]";
    }
}
