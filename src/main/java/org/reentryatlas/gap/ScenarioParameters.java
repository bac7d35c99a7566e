package org.reentryatlas.gap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.http.Parameters;
import org.reentryatlas.http.ProblemException;
import org.reentryatlas.travel.Mode;

/** Reads a scenario from the parameters of a request, each of which is named if it is none. */
final class ScenarioParameters {
    /** Each takes a tree of ways. */
    private static final int MOST_ADDED = 20;

    private static final int MOST_CAPACITY = 100_000;
    private static final double MOST_LONGITUDE = 180;
    private static final double MOST_LATITUDE = 90;
    /** As the page reads them: Java's own reader would also take hexadecimal and exponents, and digits of other scripts. */
    private static final Pattern DEGREES = Pattern.compile("-?[0-9]{1,3}(\\.[0-9]+)?");

    private static final Pattern PEOPLE = Pattern.compile("[0-9]{1,6}");
    static final Set<String> ONCE = Set.of("mode", "category", "at");
    static final Set<String> REPEATED = Set.of("close", "add", "capacity", "open");

    private ScenarioParameters() {}

    static Scenario read(Parameters parameters) {
        return new Scenario(
                mode(parameters),
                parameters.text("category").orElseThrow(() -> wrong("category", "is missing", "category=housing")),
                ids(parameters, "close"),
                added(parameters.texts("add")),
                capacities(parameters.texts("capacity")),
                moment(parameters),
                ids(parameters, "open"));
    }

    private static Set<String> ids(Parameters parameters, String name) {
        Set<String> ids = Set.copyOf(parameters.texts(name));
        if (ids.contains("")) {
            throw wrong(name, "is not the id of a site", name + "=A1");
        }
        return ids;
    }

    private static Mode mode(Parameters parameters) {
        String given = parameters.text("mode").orElse(Mode.WALK.code());
        return Arrays.stream(Mode.values())
                .filter(mode -> mode.code().equals(given))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "mode",
                        "is none of "
                                + Arrays.stream(Mode.values()).map(Mode::code).collect(Collectors.joining(", ")),
                        "mode=walk"));
    }

    private static @Nullable Moment moment(Parameters parameters) {
        return parameters
                .text("at")
                .map(text -> Moment.parse(text)
                        .orElseThrow(() -> wrong("at", "is not a weekday and a time of day", "at=Sa10:00")))
                .orElse(null);
    }

    private static List<Scenario.Added> added(List<String> texts) {
        if (texts.size() > MOST_ADDED) {
            throw wrong("add", "is given more than " + MOST_ADDED + " times", "add=-77.01,38.9");
        }
        List<Scenario.Added> added = new ArrayList<>();
        for (String text : texts) {
            String[] parts = text.split(",", -1);
            String asked = "is not a longitude, a latitude and, where sites count by capacity, a number of people";
            if (parts.length != 2 && parts.length != 3) {
                throw wrong("add", asked, "add=-77.01,38.9,40");
            }
            LonLat place = new LonLat(degrees(parts[0], MOST_LONGITUDE), degrees(parts[1], MOST_LATITUDE));
            added.add(new Scenario.Added(
                    place, parts.length == 2 ? OptionalInt.empty() : OptionalInt.of(people("add", parts[2]))));
        }
        return added;
    }

    private static double degrees(String text, double most) {
        if (DEGREES.matcher(text).matches() && Math.abs(Double.parseDouble(text)) <= most) {
            return Double.parseDouble(text);
        }
        throw wrong("add", "has a coordinate that is not plain degrees on the earth", "add=-77.01,38.9");
    }

    private static int people(String parameter, String text) {
        if (PEOPLE.matcher(text).matches() && Integer.parseInt(text) <= MOST_CAPACITY) {
            return Integer.parseInt(text);
        }
        throw wrong(parameter, "has a number of people that is not a whole number from 0 to " + MOST_CAPACITY, "40");
    }

    /** The id may have a comma in it, the number has none. */
    private static Map<String, Integer> capacities(List<String> texts) {
        Map<String, Integer> capacities = new HashMap<>();
        for (String text : texts) {
            int comma = text.lastIndexOf(',');
            if (comma < 1) {
                throw wrong("capacity", "is not the id of a site and a number of people", "capacity=A1,40");
            }
            if (capacities.put(text.substring(0, comma), people("capacity", text.substring(comma + 1))) != null) {
                throw wrong("capacity", "names a site twice", "capacity=A1,40");
            }
        }
        return capacities;
    }

    private static ProblemException wrong(String parameter, String what, String example) {
        return ProblemException.badRequest(
                "PARAMETER_INVALID", "Parameter '" + parameter + "' " + what + ".", "For example " + example + ".");
    }
}
