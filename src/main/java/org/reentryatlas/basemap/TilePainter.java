package org.reentryatlas.basemap;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes tiles as PNG. Those without anything on them are one and the same, made once. Safe for many threads. */
final class TilePainter {
    private final Map<Style, byte[]> bare = new ConcurrentHashMap<>();

    /**
     * How a tile looks.
     *
     * @param density 1 for a tile of 256 dots, 2 for one of 512
     */
    record Style(Palette palette, int density) {}

    /** A tile, which nobody may change. */
    byte[] paint(Ground ground, Style style, int zoom, int column, int row) {
        MapFrame frame = MapFrame.ofTile(zoom, column, row, style.density());
        MapPainter painter = new MapPainter(ground);
        if (painter.isBare(frame)) {
            return bare.computeIfAbsent(
                    style, any -> Png.of(new MapPainter(Ground.EMPTY).paint(frame, style.palette())));
        }
        return Png.of(painter.paint(frame, style.palette()));
    }
}
