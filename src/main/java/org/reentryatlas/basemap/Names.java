package org.reentryatlas.basemap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.reentryatlas.basemap.Ground.NamedArea;
import org.reentryatlas.basemap.Ground.Street;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Drawing;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.ShapeIndex;

/** The names that have room on a map at one scale: on parks and water, and along streets, none over another. */
final class Names {
    /** No name is longer, in pixels; a longer one is not written. */
    static final double LONGEST = 320;

    /** From the end of a name to the next one of the same street, in pixels. */
    private static final double PAUSE = 360;

    /** The same words are not written twice within this distance, in pixels: a street may have two carriageways. */
    private static final double SAME_APART = 200;

    /** How much of the length along a street the straight way must be: names are written straight. */
    private static final double STRAIGHT = 0.985;

    private static final double[] SHIFTS = {0, -0.2, 0.2, -0.4, 0.4};
    private static final double LEAST_ZOOM_OF_AREAS = 11;

    private final List<PlacedName> all;
    private final ShapeIndex index;

    private Names(List<PlacedName> all) {
        this.all = List.copyOf(all);
        List<Shape> places = new ArrayList<>();
        all.forEach(name -> places.add(Drawing.point(name.x(), name.y())));
        this.index = new ShapeIndex(new ArrayList<>(places));
    }

    /**
     * Finds room for names.
     *
     * @param within the names must lie whole in this box of Web Mercator
     * @param metresPerPixel in the same
     * @param taken places that must stay free
     */
    static Names of(Ground ground, Box within, double metresPerPixel, Collection<Room.Disc> taken) {
        return new Names(new Placing(ground, within, metresPerPixel, taken).place());
    }

    /** The names whose middle lies in the box. */
    List<PlacedName> near(Box box) {
        return IntStream.of(index.near(box)).mapToObj(all::get).toList();
    }

    /** One search for room. Coordinates are pixels: metres divided by those of a pixel, y to the north. */
    private static final class Placing {
        private final Ground ground;
        private final Box within;
        private final double metresPerPixel;
        private final double zoom;
        private final Room room = new Room();
        private final Map<String, List<double[]>> same = new HashMap<>();
        private final List<PlacedName> placed = new ArrayList<>();

        Placing(Ground ground, Box within, double metresPerPixel, Collection<Room.Disc> taken) {
            this.ground = ground;
            this.within = within;
            this.metresPerPixel = metresPerPixel;
            this.zoom = Math.log(MapFrame.metresOf(0) / metresPerPixel) / Math.log(2);
            taken.forEach(room::take);
        }

        List<PlacedName> place() {
            if (zoom >= LEAST_ZOOM_OF_AREAS) {
                ground.namedAreas().forEach(this::placeArea);
            }
            for (Street street : ground.named(within)) {
                if (street.kind().isNamedAt(zoom)) {
                    placeStreet(street);
                }
            }
            return placed;
        }

        private void placeArea(NamedArea area) {
            Lettering lettering = area.isWater() ? Lettering.WATER : Lettering.PARK;
            double width = lettering.width(area.name());
            // What stands out of the shape may stand out a little, as long as it is clear what is meant.
            if (width <= LONGEST && width / 2 <= area.middle().room() / metresPerPixel * 1.3) {
                take(
                        area.name(),
                        lettering,
                        area.middle().x() / metresPerPixel,
                        area.middle().y() / metresPerPixel,
                        0);
            }
        }

        private void placeStreet(Street street) {
            Lettering lettering = Lettering.of(street.kind());
            double width = lettering.width(street.name());
            Way way = Way.of(street.shape(), metresPerPixel);
            if (width > LONGEST || way.length() < width) {
                return;
            }
            long times = Math.max(1, Math.round(way.length() / (width + PAUSE)));
            double slot = way.length() / times;
            for (int i = 0; i < times; i++) {
                for (double shift : SHIFTS) {
                    double middle = (i + 0.5 + shift) * slot;
                    if (middle - width / 2 >= 0
                            && middle + width / 2 <= way.length()
                            && placeOn(street.name(), lettering, way, middle - width / 2, middle + width / 2)) {
                        break;
                    }
                }
            }
        }

        private boolean placeOn(String name, Lettering lettering, Way way, double from, double to) {
            double[] a = way.at(from);
            double[] b = way.at(to);
            double[] middle = way.at((from + to) / 2);
            if (Math.hypot(b[0] - a[0], b[1] - a[1]) < STRAIGHT * (to - from)) {
                return false;
            }
            double angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
            // From left to right, and upwards where the street runs north.
            if (angle > Math.PI / 2) {
                angle -= Math.PI;
            } else if (angle <= -Math.PI / 2) {
                angle += Math.PI;
            }
            return take(
                    name, lettering, ((a[0] + b[0]) / 2 + middle[0]) / 2, ((a[1] + b[1]) / 2 + middle[1]) / 2, angle);
        }

        private boolean take(String name, Lettering lettering, double x, double y, double angle) {
            PlacedName one = new PlacedName(
                    name, lettering, x * metresPerPixel, y * metresPerPixel, angle, lettering.width(name));
            List<Room.Disc> discs = one.discs(metresPerPixel);
            if (!discs.stream().allMatch(this::isWithin) || !room.isFree(discs) || isNearItself(name, x, y)) {
                return false;
            }
            discs.forEach(room::take);
            same.computeIfAbsent(name, key -> new ArrayList<>()).add(new double[] {x, y});
            placed.add(one);
            return true;
        }

        private boolean isNearItself(String name, double x, double y) {
            return same.getOrDefault(name, List.of()).stream()
                    .anyMatch(other -> Math.hypot(other[0] - x, other[1] - y) < SAME_APART);
        }

        private boolean isWithin(Room.Disc disc) {
            return (disc.x() - disc.radius()) * metresPerPixel >= within.minX()
                    && (disc.x() + disc.radius()) * metresPerPixel <= within.maxX()
                    && (disc.y() - disc.radius()) * metresPerPixel >= within.minY()
                    && (disc.y() + disc.radius()) * metresPerPixel <= within.maxY();
        }
    }
}
