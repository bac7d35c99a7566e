package org.reentryatlas.intake;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/**
 * Where the rows of a table lie, from their geometry or from two columns. The system is the one the file declares, the
 * one the user names, or WGS 84 where the columns are called longitude and latitude; it is never guessed.
 */
final class Positions {
    static final Map<String, List<String>> SYNONYMS = Map.of(
            "lon", List.of("longitude", "lng", "long"),
            "lat", List.of("latitude"),
            "x", List.of("xcoord", "x_coord", "easting"),
            "y", List.of("ycoord", "y_coord", "northing"));

    /** A double has 17 digits; a number of a million would only take long to read. */
    private static final int LONGEST_NUMBER = 50;

    private final Path file;
    private final boolean fromGeometry;
    private final String xField;
    private final String yField;
    private final Crs crs;
    private final boolean decimalCommas;
    private final Territory territory;
    private Box outside = Box.EMPTY;
    private long inside;

    private Positions(
            Path file,
            boolean fromGeometry,
            String xField,
            String yField,
            Crs crs,
            boolean decimalCommas,
            Territory territory) {
        this.file = file;
        this.fromGeometry = fromGeometry;
        this.xField = xField;
        this.yField = yField;
        this.crs = crs;
        this.decimalCommas = decimalCommas;
        this.territory = territory;
    }

    /**
     * Settles where positions come from.
     *
     * @param userCrs the code after {@code --crs}, or null
     * @throws LoadRefusedException if there are no columns for them, or no system is declared or known
     */
    static Positions of(Path file, Table table, Columns columns, @Nullable String userCrs, Territory territory) {
        boolean degrees = columns.has("lon") && columns.has("lat");
        boolean projected = columns.has("x") && columns.has("y");
        if (!table.hasGeometry() && !degrees && !(projected && userCrs != null)) {
            throw new LoadRefusedException(
                    projected
                            ? file + ": its columns " + columns.of("x") + " and " + columns.of("y")
                                    + " need their coordinate reference system: add --crs EPSG:CODE"
                            : file + ": no columns for a position; name them with --map lon=COLUMN --map lat=COLUMN"
                                    + " (or x and y with --crs)");
        }
        boolean useDegrees = degrees && (userCrs == null || !projected);
        Crs crs = table.hasGeometry() || userCrs != null ? crs(file, table, userCrs) : Crs.WGS84;
        territory.objection(crs).ifPresent(objection -> {
            throw new LoadRefusedException(file + ": " + objection);
        });
        return new Positions(
                file,
                table.hasGeometry(),
                useDegrees ? "lon" : "x",
                useDegrees ? "lat" : "y",
                crs,
                table.hasDecimalCommas(),
                territory);
    }

    /**
     * The system of a table's geometries: the user's word, else the file's own.
     *
     * @throws LoadRefusedException if neither says it, or it is not known here
     */
    static Crs crs(Path file, Table table, @Nullable String userCrs) {
        String code = userCrs != null
                ? userCrs
                : table.declaredCrs()
                        .orElseThrow(() -> new LoadRefusedException(
                                file + ": the file does not say which coordinate reference system it is in;"
                                        + " ask its owner and add --crs EPSG:CODE"));
        return known(file, code);
    }

    private static Crs known(Path file, String code) {
        try {
            return Crs.of(code);
        } catch (CrsException e) {
            throw new LoadRefusedException(file + ": " + e.getMessage());
        }
    }

    /** What the owner of a table should know about its system. */
    static List<String> notes(Table table, @Nullable String userCrs) {
        String declared = table.declaredCrs().orElse(null);
        if (userCrs == null || declared == null || Crs.areSame(userCrs, declared)) {
            return List.of();
        }
        return List.of("--crs %s was taken, although the file says that it is in %s".formatted(userCrs, declared));
    }

    /** The row's position, or empty when it has none. */
    Optional<LonLat> locate(Row row, Fields fields) throws RowRejected {
        return fromGeometry ? fromGeometry(row, fields) : fromColumns(fields);
    }

    /** Refuses a table of which no position lies where the jurisdiction is: its system must be wrong. */
    void requireSomeInside() {
        if (inside == 0) {
            territory.objection(outside, crs).ifPresent(objection -> {
                throw new LoadRefusedException(file + ": " + objection);
            });
        }
    }

    private Optional<LonLat> fromGeometry(Row row, Fields fields) throws RowRejected {
        Shape shape = row.geometry();
        if (row.geometryFault() != null) {
            throw fields.rejected("geometry", Reason.GEOMETRY_INVALID, "the geometry cannot be read");
        }
        if (shape == null) {
            return Optional.empty();
        }
        if (!shape.isPoint()) {
            throw fields.rejected("geometry", Reason.GEOMETRY_INVALID, "a Point is expected, not a " + shape.type());
        }
        return Optional.of(inside(shape.x(), shape.y(), "geometry", fields));
    }

    private Optional<LonLat> fromColumns(Fields fields) throws RowRejected {
        String x = fields.text(xField);
        String y = fields.text(yField);
        if (x.isEmpty() && y.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(inside(
                number(x, xField, decimalCommas, fields), number(y, yField, decimalCommas, fields), xField, fields));
    }

    private LonLat inside(double x, double y, String field, Fields fields) throws RowRejected {
        LonLat place = toLonLat(x, y);
        if (place == null || !territory.contains(place)) {
            outside = outside.including(x, y);
            throw fields.rejected(
                    field,
                    Reason.OUTSIDE_JURISDICTION,
                    "the position is far outside the jurisdiction; check it and its coordinate reference system");
        }
        inside++;
        return place;
    }

    private @Nullable LonLat toLonLat(double x, double y) {
        try {
            return crs.toLonLat(x, y);
        } catch (CrsException e) {
            // Where the transformation is not defined, the place is certainly not in the jurisdiction.
            return null;
        }
    }

    static double number(String value, String field, boolean decimalCommas, Fields fields) throws RowRejected {
        try {
            // Not Double.parseDouble, which also takes hexadecimal and Java's suffixes.
            double number = value.length() > LONGEST_NUMBER
                    ? Double.NaN
                    : new BigDecimal(decimalCommas ? value.replace(',', '.') : value).doubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one rejection below.
        }
        throw fields.rejected(field, Reason.NUMBER_INVALID, "write a number with a decimal point");
    }
}
