package org.reentryatlas.democity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.reentryatlas.geo.Crs;

/** Takes plan metres to the empty grassland where the city is pretended to lie: EPSG:32155, then WGS 84. */
final class Projector {
    /** Easting and northing of the plan's origin in EPSG:32155 (NAD83 / Wyoming East), metres. */
    private static final double EASTING = 205_400;

    private static final double NORTHING = 333_300;

    private Projector() {}

    /** Longitude and latitude in degrees; all at once, because every call sets the transformation up anew. */
    static List<Geometry> toDegrees(List<? extends Geometry> plan) {
        Geometry all = Shapes.FACTORY.createGeometryCollection(plan.toArray(Geometry[]::new));
        Geometry there =
                AffineTransformation.translationInstance(EASTING, NORTHING).transform(all);
        Geometry degrees = Crs.of("EPSG:32155").transform(there, Crs.WGS84);
        List<Geometry> result = new ArrayList<>();
        for (int i = 0; i < degrees.getNumGeometries(); i++) {
            result.add(degrees.getGeometryN(i));
        }
        return result;
    }

    static List<Coordinate> pointsToDegrees(List<Coordinate> plan) {
        return List.of(
                Projector.toDegrees(List.of(Shapes.FACTORY.createMultiPointFromCoords(plan.toArray(Coordinate[]::new))))
                        .get(0)
                        .getCoordinates());
    }

    /** Six decimals of a degree: about a decimetre. */
    static String text(double degrees) {
        return BigDecimal.valueOf(degrees).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
}
