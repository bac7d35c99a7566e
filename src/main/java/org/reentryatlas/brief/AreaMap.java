package org.reentryatlas.brief;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.reentryatlas.basemap.Ground;
import org.reentryatlas.basemap.MapFrame;
import org.reentryatlas.basemap.MapPainter;
import org.reentryatlas.basemap.Overlay;
import org.reentryatlas.basemap.Palette;
import org.reentryatlas.basemap.Png;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;

import static java.awt.Color.WHITE;

/**
 * The map of an area: its outline among its neighbours, with the numbered marks of the services. On it are places and no
 * people, so that it needs no number to be protected.
 */
final class AreaMap {
    /** Of a map in a page: pixels. */
    private static final int PAGE_WIDTH = 640;

    private static final int PAGE_HEIGHT = 440;
    private static final double PAGE_DENSITY = 2;

    /** Of a map on paper: 96 to an inch, and three dots for each. */
    private static final int PAPER_WIDTH = 230;

    private static final int PAPER_HEIGHT = 256;
    private static final double PAPER_DENSITY = 3;

    private static final int MARGIN = 16;
    private static final double NEAREST_ZOOM = 17;

    private final Subject subject;
    private final Shape shape;
    private final Services services;

    /** The map of an area; none for one without a shape. */
    static Optional<AreaMap> of(Subject subject, Services services) {
        return subject.area().shape().map(shape -> new AreaMap(subject, shape, services));
    }

    private AreaMap(Subject subject, Shape shape, Services services) {
        this.subject = subject;
        this.shape = shape;
        this.services = services;
    }

    /** For a page. */
    byte[] forPage(Ground ground) {
        return Png.of(paint(ground, Palette.LIGHT, PAGE_WIDTH, PAGE_HEIGHT, PAGE_DENSITY));
    }

    /** For paper, in grey alone. */
    byte[] forPaper(Ground ground) {
        BufferedImage painted = paint(ground, Palette.PRINT, PAPER_WIDTH, PAPER_HEIGHT, PAPER_DENSITY);
        BufferedImage grey = new BufferedImage(painted.getWidth(), painted.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.drawImage(painted, 0, 0, null);
        graphics.dispose();
        return Png.of(grey);
    }

    private BufferedImage paint(Ground ground, Palette palette, int width, int height, double density) {
        Box box = shape.box();
        for (LonLat place : services.places()) {
            box = box.including(place.longitude(), place.latitude());
        }
        MapFrame frame = MapFrame.around(box, width, height, MARGIN, density, NEAREST_ZOOM);
        return new MapPainter(ground).paint(frame, palette, overlays(box));
    }

    private List<Overlay> overlays(Box box) {
        List<Overlay> overlays = new ArrayList<>();
        double around = Math.max(box.maxX() - box.minX(), box.maxY() - box.minY());
        Box near = new Box(box.minX() - around, box.minY() - around, box.maxX() + around, box.maxY() + around);
        for (int row : subject.area().table().near(near)) {
            Area neighbour = new Area(subject.area().table(), row);
            neighbour.shape().ifPresent(at -> {
                overlays.add(new Overlay.Area(at, new Overlay.Fill.Solid(WHITE, 0)));
                if (!Prose.isHexagon(subject.level())) {
                    overlays.add(new Overlay.Label(at, neighbour.key()));
                }
            });
        }
        overlays.add(new Overlay.Outline(shape));
        List<LonLat> places = services.places();
        for (int mark = 0; mark < places.size(); mark++) {
            overlays.add(new Overlay.Mark(places.get(mark), Integer.toString(mark + 1)));
        }
        return overlays;
    }
}
