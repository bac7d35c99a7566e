package org.reentryatlas.basemap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Drawing;
import org.reentryatlas.geo.Drawing.Middle;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.ShapeIndex;

/**
 * What lies on the earth here, in memory: water, parks, streets and outlines of areas, in metres of Web Mercator
 * (EPSG:3857). Immutable and safe for many threads.
 */
public final class Ground {
    /** Nothing at all. */
    public static final Ground EMPTY = new Ground("", List.of(), List.of(), List.of(), List.of(), List.of());

    private final String version;
    private final Found<Place> water;
    private final Found<Place> parks;
    private final Map<StreetClass, Found<Street>> streets = new EnumMap<>(StreetClass.class);
    private final Found<Shape> outlines;
    private final Found<Street> named;
    private final Box box;
    private final List<String> credits;
    private final List<NamedArea> namedAreas;
    /** By zoom, made when somebody asks, since the names of a tile depend on those of its neighbours. */
    private final Map<Integer, Names> names = new ConcurrentHashMap<>();

    /** Water or a park; the name may be empty. */
    record Place(String name, Shape shape) {}

    /** A street, or a stretch of one; the name may be empty. */
    record Street(String name, StreetClass kind, Shape shape) {}

    /** A name to be written in the middle of an area. */
    record NamedArea(String name, Middle middle, boolean isWater) {}

    /**
     * A ground of shapes in Web Mercator.
     *
     * @param version another text whenever something of it is another
     * @param credits what the terms of the streets ask to be shown
     */
    Ground(
            String version,
            List<Place> water,
            List<Place> parks,
            List<Street> streets,
            List<Shape> outlines,
            List<String> credits) {
        this.version = version;
        this.credits = List.copyOf(credits);
        this.water = new Found<>(water, water.stream().map(Place::shape).toList());
        this.parks = new Found<>(parks, parks.stream().map(Place::shape).toList());
        for (StreetClass kind : StreetClass.values()) {
            List<Street> ofKind =
                    streets.stream().filter(street -> street.kind() == kind).toList();
            this.streets.put(
                    kind, new Found<>(ofKind, ofKind.stream().map(Street::shape).toList()));
        }
        this.outlines = new Found<>(outlines, outlines);
        List<Street> joined = join(streets);
        this.named = new Found<>(joined, joined.stream().map(Street::shape).toList());
        this.namedAreas = nameAreas(water, parks);
        Box around = Box.EMPTY;
        for (List<Shape> shapes : List.of(
                water.stream().map(Place::shape).toList(),
                parks.stream().map(Place::shape).toList(),
                streets.stream().map(Street::shape).toList(),
                outlines)) {
            around = shapes.stream().map(Shape::box).reduce(around, Box::including);
        }
        this.box = around;
    }

    /** Things with the index that finds them. */
    private record Found<T>(List<T> things, ShapeIndex index) {
        Found(List<T> things, List<Shape> shapes) {
            this(List.copyOf(things), new ShapeIndex(new ArrayList<>(shapes)));
        }

        List<T> near(Box box) {
            return IntStream.of(index.near(box)).mapToObj(things::get).toList();
        }
    }

    /** The stretches of a street in one line, on which its name has more room; the most important come first. */
    private static List<Street> join(List<Street> streets) {
        Map<Street, List<Shape>> stretches = new LinkedHashMap<>();
        for (Street street : streets) {
            if (!street.name().isEmpty()) {
                stretches
                        .computeIfAbsent(new Street(street.name(), street.kind(), NOWHERE), key -> new ArrayList<>())
                        .add(street.shape());
            }
        }
        List<Street> joined = new ArrayList<>();
        stretches.forEach((street, lines) ->
                Drawing.joined(lines).forEach(line -> joined.add(new Street(street.name(), street.kind(), line))));
        // Whole, so that the same names are written wherever the program runs.
        joined.sort(Comparator.comparing(Street::kind)
                .reversed()
                .thenComparing(street -> -longest(street.shape().box()))
                .thenComparing(Street::name)
                .thenComparing(street -> street.shape().x())
                .thenComparing(street -> street.shape().y()));
        return joined;
    }

    private static final Shape NOWHERE = Drawing.point(0, 0);

    private static double longest(Box box) {
        return Math.max(box.maxX() - box.minX(), box.maxY() - box.minY());
    }

    private static List<NamedArea> nameAreas(List<Place> water, List<Place> parks) {
        List<NamedArea> named = new ArrayList<>();
        water.forEach(place -> name(place, true, named));
        parks.forEach(place -> name(place, false, named));
        named.sort(Comparator.comparing((NamedArea area) -> -area.middle().room())
                .thenComparing(NamedArea::name)
                .thenComparing(area -> area.middle().x()));
        return List.copyOf(named);
    }

    private static void name(Place place, boolean isWater, List<NamedArea> named) {
        if (!place.name().isEmpty()) {
            Drawing.middle(place.shape()).ifPresent(middle -> named.add(new NamedArea(place.name(), middle, isWater)));
        }
    }

    /** A text that is another one whenever something is painted differently. */
    public String version() {
        return version;
    }

    /** Whether there is neither a street nor water nor a park. */
    public boolean isEmpty() {
        return water.things().isEmpty()
                && parks.things().isEmpty()
                && streets.values().stream().allMatch(found -> found.things().isEmpty());
    }

    /** What the terms of the streets ask to be shown. */
    public List<String> credits() {
        return credits;
    }

    /** The box that holds everything, in Web Mercator. */
    Box box() {
        return box;
    }

    List<Place> water(Box near) {
        return water.near(near);
    }

    List<Place> parks(Box near) {
        return parks.near(near);
    }

    List<Street> streets(StreetClass kind, Box near) {
        Found<Street> found = streets.get(kind);
        return found == null ? List.of() : found.near(near);
    }

    List<Shape> outlines(Box near) {
        return outlines.near(near);
    }

    /** Whole streets with a name, the most important first. */
    List<Street> named(Box near) {
        return named.near(near);
    }

    /** Areas with a name, those with most room first. */
    List<NamedArea> namedAreas() {
        return namedAreas;
    }

    /** All names at a zoom of tiles, so that a name on the edge of two tiles is the same on both. */
    Names names(int zoom) {
        return names.computeIfAbsent(zoom, at -> {
            double metres = MapFrame.metresOf(at);
            double margin = Names.LONGEST * metres;
            Box all = new Box(box.minX() - margin, box.minY() - margin, box.maxX() + margin, box.maxY() + margin);
            return Names.of(this, all, metres, List.of());
        });
    }
}
