package org.reentryatlas.cql2;

import java.util.function.Function;
import org.reentryatlas.geo.Crs;

/**
 * Filters in CQL2 (OGC 21-065r2). Understood are text and JSON, comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, ACCENTI,
 * arithmetic and the functions of space, time and arrays; each operand may be a property or a literal. Text may have
 * 5,000 characters, 50 levels and lists of 1,000 items.
 *
 * <p>Where the standard leaves a choice: dates and timestamps are not compared with each other, a text beside one of them is
 * read as one, arithmetic is in double precision with unknown for what has no result, and geometries lie in the plane of
 * longitude and latitude.
 */
public final class Cql2 {
    /** So many can be sent: all the headers of a request may have 8,192 bytes. */
    private static final int MOST_CHARACTERS = 5_000;

    private Cql2() {}

    /**
     * A filter in CQL2 Text.
     *
     * @param crs of the geometries in the text, the corners of which are taken to WGS 84 here
     * @param isNorthFirst whether they give latitude or northing first
     * @throws Cql2Exception if it is not one for these properties
     */
    public static Filter parseText(String text, Queryables queryables, Crs crs, boolean isNorthFirst) {
        return parse(text, queryables, new TextReader(new Literals(crs, isNorthFirst))::read);
    }

    /**
     * A filter in CQL2 JSON.
     *
     * @param crs of the geometries in the text, the corners of which are taken to WGS 84 here
     * @param isNorthFirst whether they give latitude or northing first
     * @throws Cql2Exception if it is not one for these properties
     */
    public static Filter parseJson(String json, Queryables queryables, Crs crs, boolean isNorthFirst) {
        return parse(json, queryables, new JsonReader(new Literals(crs, isNorthFirst))::read);
    }

    private static Filter parse(String text, Queryables queryables, Function<String, Node> reader) {
        if (text.isBlank()) {
            throw Cql2Exception.at("at its start", "The filter is empty");
        }
        if (text.length() > MOST_CHARACTERS) {
            throw Cql2Exception.at(
                    "at character " + (MOST_CHARACTERS + 1),
                    "The filter is longer than " + MOST_CHARACTERS + " characters");
        }
        return new Filter(new Checker(queryables).condition(reader.apply(text)));
    }
}
