package org.reentryatlas.basemap;

import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Drawing;

/**
 * The part of the earth that a picture shows, and its size.
 *
 * @param box in metres of Web Mercator (EPSG:3857), of the same proportions as the picture
 * @param width of the picture, in pixels of an ordinary screen (96 to an inch)
 * @param height of the picture, in the same
 * @param density dots for each of these pixels: 1 for an ordinary screen, 2 for a dense one, 3 and more for paper; lines and
 *     letters keep their size
 */
public record MapFrame(Box box, int width, int height, double density) {
    static final Crs MERCATOR = Crs.of("EPSG:3857");

    /** Half the side of the square that Web Mercator makes of the earth, in metres. */
    private static final double HALF = 20_037_508.342789244;

    static final int TILE = 256;

    /** Pictures larger than this are a mistake, and would take the memory of all others. */
    private static final long MOST_DOTS = 40_000_000;

    /** Checks that the picture can be made. */
    public MapFrame {
        if (box.isEmpty() || width < 1 || height < 1 || !(density > 0)) {
            throw new IllegalArgumentException("a picture needs a part of the earth and a size");
        }
        if ((long) Math.ceil(width * density) * (long) Math.ceil(height * density) > MOST_DOTS) {
            throw new IllegalArgumentException("a picture of more than " + MOST_DOTS + " dots");
        }
    }

    /**
     * The picture with a box in its middle.
     *
     * @param degrees longitudes and latitudes on WGS 84
     * @param margin at least so many pixels between the box and the edge
     * @param nearestZoom what is small is not shown larger than at this zoom of tiles
     */
    public static MapFrame around(Box degrees, int width, int height, int margin, double density, double nearestZoom) {
        Box inner = Drawing.box(degrees, Crs.WGS84, MERCATOR);
        double metres = Math.max(
                Math.max(
                        (inner.maxX() - inner.minX()) / Math.max(1, width - 2 * margin),
                        (inner.maxY() - inner.minY()) / Math.max(1, height - 2 * margin)),
                metresOf(nearestZoom));
        double x = (inner.minX() + inner.maxX()) / 2;
        double y = (inner.minY() + inner.maxY()) / 2;
        double right = metres * width / 2;
        double up = metres * height / 2;
        return new MapFrame(new Box(x - right, y - up, x + right, y + up), width, height, density);
    }

    /** A tile of the usual scheme: one tile holds the earth at zoom 0, and rows are counted from the north. */
    static MapFrame ofTile(int zoom, int column, int row, double density) {
        double side = metresOf(zoom) * TILE;
        double west = -HALF + column * side;
        double north = HALF - row * side;
        return new MapFrame(new Box(west, north - side, west + side, north), TILE, TILE, density);
    }

    /** The zoom of tiles at which a pixel is as large as here; between two whole ones, too. */
    double zoom() {
        return Math.log(2 * HALF / TILE / metresPerPixel()) / Math.log(2);
    }

    /** Metres of the projection, which are longer than those of the ground away from the equator. */
    double metresPerPixel() {
        return (box.maxX() - box.minX()) / width;
    }

    static double metresOf(double zoom) {
        return 2 * HALF / TILE / Math.pow(2, zoom);
    }

    /** The box, and so many pixels around it. */
    Box widened(double pixels) {
        double metres = pixels * metresPerPixel();
        return new Box(box.minX() - metres, box.minY() - metres, box.maxX() + metres, box.maxY() + metres);
    }

    /** Puts shapes of the projection on the picture. */
    Drawing drawing() {
        return new Drawing(box, width, height);
    }
}
