package org.reentryatlas.basemap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.reentryatlas.basemap.Ground.Place;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Drawing;
import org.reentryatlas.geo.Shape;

/**
 * Paints a part of the earth: the ground with water, parks and streets, what is to be seen above it, and names. What it
 * paints depends on nothing but what it is given. Safe for many threads.
 */
public final class MapPainter {
    /** So far a street or a line can reach into a picture from outside, in pixels. */
    private static final double REACH = 24;

    /** Streets thinner than this have no edges. */
    private static final double THINNEST_WITH_EDGES = 2;

    private static final float EDGE = 0.8f;
    private static final float HALO = 3f;

    private final Ground ground;

    public MapPainter(Ground ground) {
        this.ground = ground;
    }

    /** The picture without anything above the ground. */
    public BufferedImage paint(MapFrame frame, Palette palette) {
        return paint(frame, palette, List.of());
    }

    /**
     * The picture.
     *
     * @param overlays areas are painted below streets, lines above these, and words and signs above all; of a kind, in
     *     this order
     */
    public BufferedImage paint(MapFrame frame, Palette palette, List<Overlay> overlays) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(frame.width() * frame.density()),
                (int) Math.ceil(frame.height() * frame.density()),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(palette.ground());
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(frame.density(), frame.density());
            new Painting(ground, frame, palette, graphics).paint(overlays);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    /** Whether a picture without overlays shows anything but the colour of the ground. */
    boolean isBare(MapFrame frame) {
        Box near = frame.widened(REACH);
        for (StreetClass kind : StreetClass.values()) {
            if (kind.isPaintedAt(frame.zoom()) && !ground.streets(kind, near).isEmpty()) {
                return false;
            }
        }
        return ground.water(near).isEmpty()
                && ground.parks(near).isEmpty()
                && ground.outlines(near).isEmpty()
                && names(ground, frame, List.of()).isEmpty();
    }

    private static List<PlacedName> names(Ground ground, MapFrame frame, List<Room.Disc> taken) {
        double zoom = frame.zoom();
        Box near = frame.widened(Names.LONGEST / 2);
        if (taken.isEmpty() && Math.abs(zoom - Math.rint(zoom)) < 1e-6) {
            return ground.names((int) Math.rint(zoom)).near(near);
        }
        return Names.of(ground, frame.box(), frame.metresPerPixel(), taken).near(near);
    }

    /** One picture while it is painted. */
    private static final class Painting {
        private final Ground ground;
        private final MapFrame frame;
        private final Palette palette;
        private final Graphics2D graphics;
        private final Drawing drawing;
        private final Box near;
        private final OverlayPainter overlayPainter;

        Painting(Ground ground, MapFrame frame, Palette palette, Graphics2D graphics) {
            this.ground = ground;
            this.frame = frame;
            this.palette = palette;
            this.graphics = graphics;
            this.drawing = frame.drawing();
            this.near = frame.widened(REACH);
            this.overlayPainter = new OverlayPainter(frame, palette, graphics);
        }

        void paint(List<Overlay> overlays) {
            fill(ground.parks(near), palette.park());
            fill(ground.water(near), palette.water());
            overlayPainter.paintAreas(overlays);
            paintStreets();
            paintOutlines();
            overlayPainter.paintLines(overlays);
            List<PlacedName> labels = overlayPainter.labels(overlays);
            names(ground, frame, overlayPainter.taken(overlays, labels)).forEach(this::write);
            overlayPainter.paintSigns(overlays, labels);
        }

        private void fill(List<Place> places, Color color) {
            graphics.setColor(color);
            places.forEach(place -> graphics.fill(drawing.path(place.shape())));
        }

        /** First the edges of all streets, then all streets, so that nothing divides them where they cross. */
        private void paintStreets() {
            double zoom = frame.zoom();
            for (boolean isEdge : new boolean[] {true, false}) {
                for (StreetClass kind : StreetClass.values()) {
                    double width = kind.width(zoom);
                    boolean hasEdges = width >= THINNEST_WITH_EDGES;
                    if (!kind.isPaintedAt(zoom) || (isEdge && !hasEdges)) {
                        continue;
                    }
                    graphics.setColor(isEdge ? palette.casing() : hasEdges ? palette.street() : palette.thinStreet());
                    graphics.setStroke(stroke(isEdge ? width + 2 * EDGE : width));
                    graphics.draw(path(ground.streets(kind, near).stream()
                            .map(Ground.Street::shape)
                            .toList()));
                }
            }
        }

        /** What is thin shows no difference between round and flat ends, and flat ones take a fraction of the time. */
        private static BasicStroke stroke(double width) {
            return width < THINNEST_WITH_EDGES
                    ? new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL)
                    : new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }

        private void paintOutlines() {
            graphics.setColor(palette.outline());
            graphics.setStroke(new BasicStroke(
                    1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 3, 1.5f, 3}, 0));
            graphics.draw(path(ground.outlines(near)));
        }

        /** All of them at once, which is faster and alike where they overlap. */
        private Path2D path(List<Shape> shapes) {
            Path2D path = new Path2D.Double();
            shapes.forEach(shape -> path.append(drawing.path(shape), false));
            return path;
        }

        private void write(PlacedName name) {
            Point2D middle = drawing.at(name.x(), name.y());
            AffineTransform turned = AffineTransform.getTranslateInstance(middle.getX(), middle.getY());
            turned.rotate(-name.angle());
            java.awt.Shape letters =
                    turned.createTransformedShape(name.lettering().outline(name.text()));
            graphics.setStroke(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.setColor(palette.halo());
            graphics.draw(letters);
            graphics.setColor(
                    switch (name.lettering()) {
                        case WATER -> palette.waterName();
                        case PARK -> palette.parkName();
                        default -> palette.streetName();
                    });
            graphics.fill(letters);
        }
    }
}
