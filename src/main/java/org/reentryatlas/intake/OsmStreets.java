package org.reentryatlas.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;

/**
 * Ways of OpenStreetMap as centre lines. GDAL hands over the tags that it has no column for as one text; here each that matters
 * is a column. What a tag implies is said (<a href="https://wiki.openstreetmap.org/wiki/Key:oneway">key oneway</a>, <a
 * href="https://wiki.openstreetmap.org/wiki/Key:access">key access</a>): motorways and roundabouts are one-way, a street closed to
 * cars is for walking, and a trunk road is one that people walk along unless it is built as a motorway.
 */
final class OsmStreets implements Table {
    /** What the <a href="https://www.openstreetmap.org/copyright">terms of OpenStreetMap</a> ask to be shown. */
    private static final String CREDIT = "© OpenStreetMap contributors, ODbL 1.0, openstreetmap.org/copyright";

    private static final String CLASS = "highway";
    private static final String DIRECTION = "oneway";
    private static final String TAGS = "other_tags";
    private static final List<String> FROM_TAGS = List.of(DIRECTION, "maxspeed");

    private static final Pattern TAG = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"=>\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Values of {@code highway} of what is no street yet or any more, or not for everybody who walks or drives. */
    private static final Set<String> NO_STREETS = Set.of(
            "abandoned",
            "bus_guideway",
            "busway",
            "construction",
            "corridor",
            "demolished",
            "disused",
            "elevator",
            "emergency_bay",
            "escape",
            "no",
            "planned",
            "platform",
            "proposed",
            "raceway",
            "razed",
            "rest_area",
            "services",
            "via_ferrata");

    private static final Set<String> WALKED_ONLY =
            Set.of("footway", "path", "pedestrian", "steps", "cycleway", "bridleway", "track");

    private final Table lines;

    private OsmStreets(Table lines) {
        this.lines = lines;
    }

    /** The table itself, where it is none of OpenStreetMap's ways. */
    static Table of(Table table) {
        return table.columns().containsAll(List.of("osm_id", CLASS, TAGS)) ? new OsmStreets(table) : table;
    }

    /** What has to be shown with whatever is made of a table; empty where nothing has. */
    static String credit(Table table) {
        return table instanceof OsmStreets ? CREDIT : "";
    }

    /** Whether a row is a line that is no street, of which an extract holds many: rivers, railways, fences, streets being built. */
    static boolean isLeftOut(Row row) {
        return row instanceof Way way && way.isLeftOut();
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(lines.columns());
        columns.remove(TAGS);
        FROM_TAGS.stream().filter(tag -> !columns.contains(tag)).forEach(columns::add);
        return columns;
    }

    @Override
    public boolean hasGeometry() {
        return lines.hasGeometry();
    }

    @Override
    public Optional<String> declaredCrs() {
        return lines.declaredCrs();
    }

    @Override
    public List<String> notes() {
        return lines.notes();
    }

    @Override
    public void forEach(Consumer<Row> action) throws IOException {
        lines.forEach(row -> action.accept(new Way(row, tags(row.value(TAGS)))));
    }

    /** PostgreSQL's form of keys and values, in which quotation marks and backslashes follow a backslash. */
    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new HashMap<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            tags.put(plain(tag.group(1)), plain(tag.group(2)));
        }
        return tags;
    }

    private static String plain(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    /** A way with its tags. */
    private record Way(Row row, Map<String, String> tags) implements Row {
        boolean isLeftOut() {
            String kind = tag(CLASS);
            boolean isClosed = tag("access").equals("no") && !isWalked();
            boolean isForNobody = WALKED_ONLY.contains(kind) && tag("foot").equals("no");
            return kind.isEmpty() || NO_STREETS.contains(kind) || isClosed || isForNobody;
        }

        @Override
        public String value(String column) {
            return switch (column) {
                case CLASS -> kind();
                case DIRECTION -> direction();
                default -> tag(column);
            };
        }

        private String kind() {
            String kind = tag(CLASS);
            boolean isTrunk = kind.equals("trunk") || kind.equals("trunk_link");
            if (isTrunk && !tag("motorroad").equals("yes") && !tag("foot").equals("no")) {
                return "primary";
            }
            boolean isClosedToCars = List.of("motorcar", "motor_vehicle", "vehicle", "access").stream()
                    .map(this::tag)
                    .filter(word -> !word.isEmpty())
                    .findFirst()
                    .filter("no"::equals)
                    .isPresent();
            return isClosedToCars ? "pedestrian" : kind;
        }

        private String direction() {
            String word = tag(DIRECTION);
            boolean isImplied = tag(CLASS).equals("motorway")
                    || tag("junction").equals("roundabout")
                    || tag("junction").equals("circular");
            return word.isEmpty() && isImplied ? "yes" : word;
        }

        private boolean isWalked() {
            return Set.of("yes", "designated", "permissive").contains(tag("foot"));
        }

        /** A column of its own comes first: whoever converts an extract can have made one of any tag. */
        private String tag(String key) {
            String value = row.value(key);
            return value.isEmpty() ? tags.getOrDefault(key, "") : value;
        }

        @Override
        public long number() {
            return row.number();
        }

        @Override
        public @Nullable Shape geometry() {
            return row.geometry();
        }

        @Override
        public @Nullable String geometryFault() {
            return row.geometryFault();
        }

        @Override
        public @Nullable Shape mendedGeometry() {
            return row.mendedGeometry();
        }

        @Override
        public @Nullable String fault() {
            return row.fault();
        }
    }
}
