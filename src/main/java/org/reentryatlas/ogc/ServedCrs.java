package org.reentryatlas.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.geo.CrsException;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.layer.FeatureTable;

/**
 * A coordinate reference system that geometry is served in (OGC API – Features, Part 2).
 *
 * @param uri its name in requests and answers
 * @param isNorthFirst whether coordinates are written latitude or northing first, as the authority says
 */
record ServedCrs(String uri, Crs crs, boolean isNorthFirst) {
    private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
    private static final int DIGITS_OF_LENGTHS = 2;

    /** What is stored, and served when nothing else is asked for: longitude and latitude. */
    static final ServedCrs CRS84 = new ServedCrs(Links.CRS84, Crs.WGS84, false);

    /** All that are served where the jurisdiction works in a system of its own. */
    static List<ServedCrs> with(Crs working) {
        return Stream.concat(
                        Stream.of(CRS84),
                        Stream.of(Crs.WGS84, Crs.of("EPSG:3857"), working)
                                .distinct()
                                .map(ServedCrs::of))
                .toList();
    }

    private static ServedCrs of(Crs crs) {
        return new ServedCrs(EPSG + crs.epsg(), crs, crs.isNorthFirst());
    }

    /**
     * The served system that a parameter names.
     *
     * @throws ProblemException if it names none
     */
    static ServedCrs named(String uri, String parameter, List<ServedCrs> served) {
        return served.stream()
                .filter(one -> one.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        "CRS_UNKNOWN",
                        "Parameter '" + parameter + "' names a coordinate reference system that is not served.",
                        "The systems are: "
                                + String.join(
                                        ", ",
                                        served.stream().map(ServedCrs::uri).toList()) + "."));
    }

    /**
     * The system that a parameter names, or CRS84 if it is left out.
     *
     * @throws ProblemException if it names none
     */
    static ServedCrs of(Parameters parameters, String parameter, List<ServedCrs> served) {
        return parameters
                .text(parameter)
                .map(uri -> named(uri, parameter, served))
                .orElse(CRS84);
    }

    /**
     * A shape as GeoJSON in this system: to about a decimetre in degrees, to a centimetre in metres.
     *
     * @param shape in degrees on WGS 84
     * @throws CrsException if the system does not reach there
     */
    String write(Shape shape) {
        Shape placed = shape.transform(Crs.WGS84, crs);
        return (isNorthFirst ? placed.flipped() : placed)
                .geoJson(crs.isGeographic() ? FeatureTable.DIGITS : DIGITS_OF_LENGTHS);
    }
}
