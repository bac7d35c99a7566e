package org.reentryatlas.geo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.geometry.Bounds;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.CoordinateSystem;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import si.uom.SI;

/**
 * A coordinate reference system by its authority code, always with x (longitude or easting) before y.
 *
 * <p>Immutable and safe for many threads. The first use of this class in a process costs seconds, because GeoTools opens its
 * EPSG database then; reading the configuration does that at start-up.
 */
public final class Crs {
    /** Longitude and latitude on WGS 84, in degrees: what every table of this product stores. */
    public static final Crs WGS84 = of("EPSG:4326");

    /** Registry and files round the constants of a projection to different lengths. */
    private static final double SAME_UNITS = 0.01;

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** No system has longer coordinates on the earth, in whatever unit. */
    private static final double FARTHEST = 1e9;

    private final String code;
    private final CoordinateReferenceSystem system;
    /** By the code of the other system; finding one takes a thousand times longer than using it. */
    private final Map<String, MathTransform> transforms = new ConcurrentHashMap<>();

    private Crs(String code, CoordinateReferenceSystem system) {
        this.code = code;
        this.system = system;
    }

    /**
     * Finds a system by code.
     *
     * @param code {@code EPSG:2248}, {@code urn:ogc:def:crs:EPSG::2248}, an OGC http URI, or {@code CRS84} in any of
     *     these forms
     * @throws CrsException if GeoTools does not know the code
     */
    public static Crs of(String code) {
        String plain = plainCode(code);
        try {
            return new Crs(plain, CRS.decode(plain, true));
        } catch (FactoryException e) {
            throw new CrsException("'" + code + "' is not a coordinate reference system that is known here; "
                    + "give an EPSG code such as EPSG:4326 or EPSG:2248");
        }
    }

    /** Whether two codes, in whatever form, name the same system. */
    public static boolean areSame(String one, String other) {
        return plainCode(one).equals(plainCode(other));
    }

    /**
     * Whether a well-known text means the system of a code: that a place in the middle of the area of use has the same
     * coordinates in both, to a hundredth of a metre or foot. Names differ between writers, and a registry search goes by
     * them; the numbers decide.
     */
    public static boolean isSame(String code, String wkt) {
        try {
            CoordinateReferenceSystem stated = CRS.parseWKT(wkt);
            CoordinateReferenceSystem known = CRS.decode(code, true);
            if (stated instanceof GeographicCRS one && known instanceof GeographicCRS other) {
                return isSameEllipsoid(
                        one.getDatum().getEllipsoid(), other.getDatum().getEllipsoid());
            }
            if (!(stated instanceof ProjectedCRS one) || !(known instanceof ProjectedCRS other)) {
                return false;
            }
            Optional<Envelope> area = of(code).areaOfUse();
            if (area.isEmpty() || !isSameEllipsoid(ellipsoid(one), ellipsoid(other))) {
                return false;
            }
            Coordinate middle = area.get().centre();
            return project(one, middle).distance(project(other, middle)) < SAME_UNITS;
        } catch (FactoryException | TransformException e) {
            return false;
        }
    }

    private static Ellipsoid ellipsoid(ProjectedCRS system) {
        return system.getBaseCRS().getDatum().getEllipsoid();
    }

    private static boolean isSameEllipsoid(Ellipsoid one, Ellipsoid other) {
        return Math.abs(one.getSemiMajorAxis() - other.getSemiMajorAxis()) < 1e-3
                && Math.abs(one.getInverseFlattening() - other.getInverseFlattening()) < 1e-6;
    }

    /** The projection alone, without any shift of datum. */
    private static Coordinate project(ProjectedCRS system, Coordinate place) throws TransformException {
        return JTS.transform(place, null, system.getConversionFromBase().getMathTransform());
    }

    /** The code in the form {@code EPSG:4326}. */
    public String code() {
        return code;
    }

    /** The number of the code in the EPSG registry, which is also PostGIS's SRID. */
    public int epsg() {
        return Integer.parseInt(code.substring(code.indexOf(':') + 1));
    }

    /** The name of the registry, such as {@code NAD83 / Maryland (ftUS)}. */
    String name() {
        return system.getName().getCode();
    }

    /** The part of the earth for which the system is meant, in degrees; none if the registry does not say. */
    Optional<Envelope> areaOfUse() {
        return Optional.ofNullable(CRS.getGeographicBoundingBox(system)).map(Crs::envelope);
    }

    /** A box that crosses the 180th meridian, as that of NAD83 does, is taken for the whole belt. */
    private static Envelope envelope(GeographicBoundingBox area) {
        boolean crosses = area.getWestBoundLongitude() > area.getEastBoundLongitude();
        return new Envelope(
                crosses ? -180 : area.getWestBoundLongitude(),
                crosses ? 180 : area.getEastBoundLongitude(),
                area.getSouthBoundLatitude(),
                area.getNorthBoundLatitude());
    }

    public boolean isGeographic() {
        return system instanceof GeographicCRS;
    }

    /** Whether both axes count metres; a projected system may count feet. */
    public boolean isInMetres() {
        CoordinateSystem axes = system.getCoordinateSystem();
        return SI.METRE.equals(axes.getAxis(0).getUnit())
                && SI.METRE.equals(axes.getAxis(1).getUnit());
    }

    /** Whether the registry puts latitude or northing first, as it does for EPSG:4326; here x is first all the same. */
    public boolean isNorthFirst() {
        try {
            return CRS.getAxisOrder(CRS.decode(code, false)) == CRS.AxisOrder.NORTH_EAST;
        } catch (FactoryException e) {
            throw new IllegalStateException(code + " was known before", e);
        }
    }

    /** The unit of the first axis, such as {@code ftUS} or {@code °}. */
    public String unit() {
        return String.valueOf(system.getCoordinateSystem().getAxis(0).getUnit());
    }

    /**
     * A copy of the geometry in the other system, datum shift included. The copy carries no SRID.
     *
     * @throws CrsException if a coordinate lies where the transformation is not defined
     */
    public Geometry transform(Geometry geometry, Crs to) {
        if (code.equals(to.code)) {
            return geometry.copy();
        }
        requireWithin(geometry, to, FARTHEST);
        try {
            Geometry there = JTS.transform(geometry, transformTo(to));
            requireWithin(there, to, Double.MAX_VALUE);
            return there;
        } catch (TransformException | IllegalArgumentException e) {
            // The latter where GeoTools cannot even write how far off the angle is.
            throw untransformable(to, e);
        }
    }

    /** Beyond this GeoTools computes what is no number, and says nothing. */
    private void requireWithin(Geometry geometry, Crs to, double farthest) {
        for (Coordinate place : geometry.getCoordinates()) {
            if (!(Math.abs(place.x) <= farthest && Math.abs(place.y) <= farthest)) {
                throw new CrsException(
                        "coordinates cannot be taken from " + code + " to " + to.code + ": too far away");
            }
        }
    }

    private MathTransform transformTo(Crs to) {
        return transforms.computeIfAbsent(to.code, key -> {
            try {
                return CRS.findMathTransform(system, to.system, true);
            } catch (FactoryException e) {
                throw untransformable(to, e);
            }
        });
    }

    private CrsException untransformable(Crs to, Exception e) {
        return new CrsException("coordinates cannot be taken from " + code + " to " + to.code + ": " + e.getMessage());
    }

    /**
     * The place in degrees.
     *
     * @throws CrsException if the transformation is not defined there
     */
    public LonLat toLonLat(double x, double y) {
        if (equals(WGS84)) {
            return new LonLat(x, y);
        }
        double[] place = {x, y};
        try {
            transformTo(WGS84).transform(place, 0, place, 0, 1);
        } catch (TransformException | IllegalArgumentException e) {
            throw untransformable(WGS84, e);
        }
        return new LonLat(place[0], place[1]);
    }

    /**
     * The box in the other system that holds the corners of this one.
     *
     * @throws CrsException if a corner lies where the transformation is not defined
     */
    Envelope transformBox(Envelope box, Crs to) {
        return transform(GEOMETRIES.toGeometry(box), to).getEnvelopeInternal();
    }

    CoordinateReferenceSystem system() {
        return system;
    }

    /**
     * Whether a box of this system lies inside the range where its coordinates make sense: degrees for a geographic
     * system, the system's stated area of use, with a generous margin, for a projected one.
     */
    public boolean couldHold(Envelope box) {
        if (isGeographic()) {
            return new Envelope(-180, 180, -90, 90).contains(box);
        }
        Bounds valid = CRS.getEnvelope(system);
        if (valid == null) {
            return true;
        }
        Envelope area =
                new Envelope(valid.getMinimum(0), valid.getMaximum(0), valid.getMinimum(1), valid.getMaximum(1));
        area.expandBy(area.getWidth(), area.getHeight());
        return area.contains(box);
    }

    private static String plainCode(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (upper.endsWith("CRS84")) {
            return "EPSG:4326";
        }
        for (String prefix : List.of("URN:OGC:DEF:CRS:EPSG:", "HTTP://WWW.OPENGIS.NET/DEF/CRS/EPSG/")) {
            if (upper.startsWith(prefix)) {
                String number = upper.substring(Math.max(upper.lastIndexOf(':'), upper.lastIndexOf('/')) + 1);
                return "EPSG:" + number;
            }
        }
        return upper;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs crs && code.equals(crs.code);
    }

    @Override
    public int hashCode() {
        return Objects.hash(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
