package org.reentryatlas.basemap;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes tiles as PNG. Those without anything on them are one and the same, made once. */
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
            return bare.computeIfAbsent(style, any -> png(new MapPainter(Ground.EMPTY).paint(frame, style.palette())));
        }
        return png(painter.paint(frame, style.palette()));
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory: by itself ImageIO would write a file first.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("every Java writes PNG");
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
