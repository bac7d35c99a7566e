package org.reentryatlas.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Coverage;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.ShapeIndex;

import static java.util.Objects.requireNonNull;

/**
 * All features of a layer as they were published, in memory and in the order of their identifiers. Coordinates are
 * longitudes and latitudes on WGS 84. Immutable and safe for many threads.
 */
public final class FeatureTable {
    /** Decimals of a degree: about a decimetre. */
    public static final int DIGITS = 6;

    /** Degrees, about two metres: three pixels of the deepest zoom of a map on the web. */
    private static final double SIMPLER = 2e-5;

    private final List<Column> columns;
    private final List<String> ids;
    private final List<@Nullable Object[]> rows;
    private final List<@Nullable Shape> shapes;
    /** As GeoJSON, made once since nearly every answer needs it. */
    private final List<String> geometries;

    private final Map<String, Integer> byId = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final ShapeIndex index;
    /** By system, made when somebody asks. */
    private final Map<Crs, Placed> placed = new ConcurrentHashMap<>();

    /** Made when somebody asks. */
    private volatile @Nullable List<@Nullable Shape> simplified;

    private final Box box;

    private FeatureTable(Maker maker) {
        this.columns = maker.columns;
        this.ids = maker.ids;
        this.rows = maker.rows;
        this.shapes = Collections.unmodifiableList(maker.shapes);
        this.geometries = maker.geometries;
        for (int row = 0; row < ids.size(); row++) {
            byId.put(ids.get(row), row);
        }
        for (int column = 0; column < columns.size(); column++) {
            byName.put(columns.get(column).name(), column);
        }
        this.index = new ShapeIndex(shapes);
        this.box = around(shapes);
    }

    private static Box around(List<@Nullable Shape> shapes) {
        Box around = Box.EMPTY;
        for (Shape shape : shapes) {
            around = shape == null ? around : around.including(shape.box());
        }
        return around;
    }

    /**
     * All shapes in another system.
     *
     * @param box that holds them all; empty if there is none
     */
    public record Placed(List<@Nullable Shape> shapes, ShapeIndex index, Box box) {
        /** The shape of a row that the index found. */
        public Shape at(int row) {
            return requireNonNull(shapes.get(row));
        }
    }

    /** Takes features in, one after the other. */
    public static final class Maker {
        /** So many values are looked for among those before: of the rest, nearly all are different. */
        private static final int MOST_KNOWN = 100_000;

        private final List<Column> columns;
        private final List<String> ids = new ArrayList<>();
        private final List<@Nullable Object[]> rows = new ArrayList<>();
        private final List<@Nullable Shape> shapes = new ArrayList<>();
        private final List<String> geometries = new ArrayList<>();
        private final Map<Object, Object> known = new HashMap<>();

        public Maker(List<Column> columns) {
            this.columns = List.copyOf(columns);
        }

        /**
         * A feature.
         *
         * @param values in the order of the columns
         */
        public void add(String id, @Nullable Shape shape, @Nullable Object[] values) {
            add(id, shape, shape == null ? "null" : shape.geoJson(DIGITS), values);
        }

        /**
         * A feature with the identifier and the shape of another one, which is not kept twice.
         *
         * @param values in the order of the columns
         */
        void addLike(FeatureTable other, int row, @Nullable Object[] values) {
            add(other.id(row), other.shape(row), other.geometry(row), values);
        }

        private void add(String id, @Nullable Shape shape, String geometry, @Nullable Object[] values) {
            if (values.length != columns.size()) {
                throw new IllegalArgumentException(values.length + " values for " + columns.size() + " columns");
            }
            for (int column = 0; column < values.length; column++) {
                values[column] = known(values[column]);
            }
            ids.add(id);
            rows.add(values);
            shapes.add(shape);
            geometries.add(geometry);
        }

        /** One object for equal values: most are few words and small numbers, many times over. */
        private @Nullable Object known(@Nullable Object value) {
            if (value == null) {
                return null;
            }
            Object before = known.get(value);
            if (before != null) {
                return before;
            }
            if (known.size() < MOST_KNOWN) {
                known.put(value, value);
            }
            return value;
        }

        /** All of them. */
        public FeatureTable make() {
            return new FeatureTable(this);
        }
    }

    public List<Column> columns() {
        return columns;
    }

    /** The position of a column by its name, or null. */
    public @Nullable Integer column(String name) {
        return byName.get(name);
    }

    /** The same columns, and no features. */
    public FeatureTable withoutFeatures() {
        return new Maker(columns).make();
    }

    /** The number of features; rows are numbered from 0. */
    public int size() {
        return ids.size();
    }

    /** The row of a feature by its identifier, or null. */
    public @Nullable Integer row(String id) {
        return byId.get(id);
    }

    public String id(int row) {
        return ids.get(row);
    }

    /** What is published, of the Java type that {@link Column.Type} stands for, or null. */
    public @Nullable Object value(int row, int column) {
        return rows.get(row)[column];
    }

    public @Nullable Shape shape(int row) {
        return shapes.get(row);
    }

    /** All shapes by row. */
    public List<@Nullable Shape> shapes() {
        return shapes;
    }

    /** All shapes by row, areas with no more corners than a map on a screen has use for; their common edges stay common. */
    public List<@Nullable Shape> simplified() {
        List<@Nullable Shape> known = simplified;
        if (known == null) {
            // Whoever comes at the same moment makes the same.
            known = Collections.unmodifiableList(Coverage.simplified(shapes, SIMPLER));
            simplified = known;
        }
        return known;
    }

    /** The geometry as GeoJSON, or {@code null} as JSON writes it. */
    public String geometry(int row) {
        return geometries.get(row);
    }

    /** The box that holds everything; empty if nothing has a place. */
    public Box box() {
        return box;
    }

    /** All shapes in a system; what lies where that does not reach has none. */
    public Placed placed(Crs crs) {
        return placed.computeIfAbsent(crs, this::place);
    }

    private Placed place(Crs crs) {
        if (crs.equals(Crs.WGS84)) {
            return new Placed(shapes, index, box);
        }
        List<@Nullable Shape> there = new ArrayList<>();
        for (Shape shape : shapes) {
            there.add(shape == null ? null : place(shape, crs));
        }
        return new Placed(there, new ShapeIndex(there), around(there));
    }

    private static @Nullable Shape place(Shape shape, Crs crs) {
        try {
            return shape.transform(Crs.WGS84, crs);
        } catch (CrsException e) {
            return null;
        }
    }

    /** All rows. */
    public int[] rows() {
        return IntStream.range(0, size()).toArray();
    }

    /** The rows of features that have a point in common with the region, in rising order. */
    public int[] touching(Shape region) {
        return index.touching(region);
    }

    /** The rows of features whose boxes touch the box, in rising order. */
    public int[] near(Box box) {
        return index.near(box);
    }
}
