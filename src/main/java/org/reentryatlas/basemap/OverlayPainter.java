package org.reentryatlas.basemap;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.Drawing;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;

/** Paints overlays onto one picture. */
final class OverlayPainter {
    private static final double MARK_RADIUS = 9;
    private static final float THIN = 0.8f;
    private static final float STRONG = 3.2f;
    private static final float HALO = 2.4f;
    private static final float[] BROKEN = {9, 6};

    private final MapFrame frame;
    private final Palette palette;
    private final Graphics2D graphics;
    private final Drawing drawing;

    OverlayPainter(MapFrame frame, Palette palette, Graphics2D graphics) {
        this.frame = frame;
        this.palette = palette;
        this.graphics = graphics;
        this.drawing = frame.drawing();
    }

    /** What lies below streets. */
    void paintAreas(List<Overlay> overlays) {
        for (Overlay overlay : overlays) {
            if (overlay instanceof Overlay.Area area) {
                java.awt.Shape path = path(area.shape());
                graphics.setPaint(paint(area.fill()));
                graphics.fill(path);
                graphics.setColor(palette.outline());
                graphics.setStroke(new BasicStroke(THIN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(path);
            }
        }
    }

    /** Strong lines around areas, which cross streets and leave their names readable. */
    void paintLines(List<Overlay> overlays) {
        for (Overlay overlay : overlays) {
            if (overlay instanceof Overlay.Outline outline) {
                paintLine(path(outline.shape()), null);
            } else if (overlay instanceof Overlay.BrokenOutline outline) {
                paintLine(path(outline.shape()), BROKEN);
            }
        }
    }

    /** What lies above all else: words first, then signs. */
    void paintSigns(List<Overlay> overlays, List<PlacedName> labels) {
        labels.forEach(label -> write(label.text(), label.lettering(), drawing.at(label.x(), label.y()), true));
        for (Overlay overlay : overlays) {
            if (overlay instanceof Overlay.Mark mark) {
                paintMark(at(mark.place()), mark.text());
            }
        }
    }

    /** Where words and signs of overlays lie, which names of streets leave free; pixels with y to the north. */
    List<Room.Disc> taken(List<Overlay> overlays, List<PlacedName> labels) {
        List<Room.Disc> taken = new ArrayList<>();
        labels.forEach(label -> taken.addAll(label.discs(frame.metresPerPixel())));
        for (Overlay overlay : overlays) {
            if (overlay instanceof Overlay.Mark mark) {
                Shape place = mercator(mark.place());
                taken.add(new Room.Disc(
                        place.x() / frame.metresPerPixel(), place.y() / frame.metresPerPixel(), MARK_RADIUS + 2));
            }
        }
        return taken;
    }

    /** The words of overlays that have room, and where they are written. */
    List<PlacedName> labels(List<Overlay> overlays) {
        List<PlacedName> labels = new ArrayList<>();
        for (Overlay overlay : overlays) {
            if (overlay instanceof Overlay.Label label) {
                double width = Lettering.AREA.width(label.text());
                double needed = Math.min(width / 2, Lettering.AREA.height());
                Drawing.middle(mercator(label.area()))
                        .filter(middle -> middle.room() / frame.metresPerPixel() >= needed)
                        .ifPresent(middle -> labels.add(
                                new PlacedName(label.text(), Lettering.AREA, middle.x(), middle.y(), 0, width)));
            }
        }
        return labels;
    }

    private void paintLine(java.awt.Shape path, float @Nullable [] broken) {
        graphics.setColor(palette.halo());
        graphics.setStroke(new BasicStroke(STRONG + 2 * HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        graphics.setColor(palette.outline());
        graphics.setStroke(
                broken == null
                        ? new BasicStroke(STRONG, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                        : new BasicStroke(STRONG, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, broken, 0));
        graphics.draw(path);
    }

    private void paintMark(Point2D place, String text) {
        graphics.setColor(palette.halo());
        graphics.fill(circle(place, MARK_RADIUS + 1.5));
        graphics.setColor(palette.outline());
        graphics.fill(circle(place, MARK_RADIUS));
        write(text, Lettering.MARK, place, false);
    }

    private static Ellipse2D circle(Point2D middle, double radius) {
        return new Ellipse2D.Double(middle.getX() - radius, middle.getY() - radius, 2 * radius, 2 * radius);
    }

    private void write(String text, Lettering lettering, Point2D middle, boolean isOnGround) {
        java.awt.Shape letters = AffineTransform.getTranslateInstance(middle.getX(), middle.getY())
                .createTransformedShape(lettering.outline(text));
        if (isOnGround) {
            graphics.setColor(palette.halo());
            graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(letters);
        }
        graphics.setColor(isOnGround ? palette.outline() : palette.halo());
        graphics.fill(letters);
    }

    private Paint paint(Overlay.Fill fill) {
        if (fill instanceof Overlay.Fill.Solid solid) {
            Color color = solid.color();
            return new Color(
                    color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * solid.opacity()));
        }
        return pattern(((Overlay.Fill.Pattern) fill).meaning());
    }

    /** The same signs as in the legend of the page, on nothing, so that the ground is seen. */
    private Paint pattern(Overlay.Meaning meaning) {
        int side = switch (meaning) {
            case HIDDEN -> 8;
            case ZERO -> 10;
            case NO_DATA -> 12;
        };
        int dots = (int) Math.ceil(side * frame.density());
        BufferedImage image = new BufferedImage(dots, dots, BufferedImage.TYPE_INT_ARGB);
        Graphics2D onImage = image.createGraphics();
        try {
            onImage.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            onImage.scale((double) dots / side, (double) dots / side);
            onImage.setColor(palette.pattern());
            onImage.setStroke(new BasicStroke(1.5f));
            switch (meaning) {
                case HIDDEN -> onImage.draw(lines(-2, 2, 2, -2, 0, 8, 8, 0, 6, 10, 10, 6));
                case ZERO -> onImage.fill(new Ellipse2D.Double(4, 4, 2, 2));
                case NO_DATA -> onImage.draw(lines(1, 3, 6, 3, 7, 9, 12, 9));
            }
        } finally {
            onImage.dispose();
        }
        return new TexturePaint(image, new Rectangle2D.Double(0, 0, side, side));
    }

    private static Path2D lines(double... ends) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < ends.length; i += 4) {
            path.moveTo(ends[i], ends[i + 1]);
            path.lineTo(ends[i + 2], ends[i + 3]);
        }
        return path;
    }

    private java.awt.Shape path(Shape shape) {
        return drawing.path(mercator(shape));
    }

    private Point2D at(LonLat place) {
        Shape there = mercator(place);
        return drawing.at(there.x(), there.y());
    }

    private static Shape mercator(LonLat place) {
        return mercator(Drawing.point(place.longitude(), place.latitude()));
    }

    private static Shape mercator(Shape shape) {
        return shape.transform(Crs.WGS84, MapFrame.MERCATOR);
    }
}
