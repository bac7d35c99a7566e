package org.reentryatlas.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A layer of a file, as {@code ogrinfo} describes it.
 *
 * @param features number of rows; less than zero if only reading them all would tell
 * @param wkt well-known text of its coordinate reference system, empty when it has none
 * @param fields type by name, in the order of the file
 */
record Layer(String name, boolean spatial, long features, String wkt, Map<String, String> fields) {
    private static final Pattern FIELD = Pattern.compile("^(.+): (\\w+)(\\([^)]*\\))? \\(\\d+\\.\\d+\\).*$");
    /** The authority of the system as a whole stands at its end; those of its parts are followed by more. */
    private static final Pattern EPSG = Pattern.compile("AUTHORITY\\[\"EPSG\",\"(\\d+)\"]]\\s*$");

    private static final Pattern COUNT = Pattern.compile("^Feature Count: (\\d{1,18})$");
    private static final Pattern NAME = Pattern.compile("^\\w+\\[\"([^\"]*)\"");

    /** The layers in the output of {@code ogrinfo -so -al -nomd -wkt_format WKT1}. */
    static List<Layer> parse(String description) {
        // Before the first name stands what GDAL says of the file.
        return Stream.of(description.split("(?m)^Layer name: ", -1))
                .skip(1)
                .map(Layer::one)
                .toList();
    }

    private static Layer one(String part) {
        List<String> lines = List.of(part.split("\\R", -1));
        boolean spatial = true;
        long features = -1;
        StringBuilder wkt = new StringBuilder();
        boolean inWkt = false;
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher field = FIELD.matcher(line);
            Matcher count = COUNT.matcher(line);
            if (inWkt && (line.startsWith(" ") || wkt.isEmpty())) {
                wkt.append(line).append('\n');
                continue;
            }
            inWkt = false;
            if (line.equals("Layer SRS WKT:")) {
                inWkt = true;
            } else if (line.startsWith("Geometry: ") && fields.isEmpty()) {
                spatial = !line.equals("Geometry: None");
            } else if (count.matches() && fields.isEmpty()) {
                features = Long.parseLong(count.group(1));
            } else if (field.matches()) {
                fields.put(field.group(1), field.group(2));
            }
        }
        String system = wkt.toString().strip();
        boolean unknown = system.startsWith("(unknown)") || system.startsWith("LOCAL_CS");
        return new Layer(lines.get(0), spatial, features, unknown ? "" : system, fields);
    }

    /** The code of its system, where the file states one. */
    Optional<String> epsg() {
        Matcher code = EPSG.matcher(wkt);
        return code.find() ? Optional.of("EPSG:" + code.group(1)) : Optional.empty();
    }

    /** The name of its system, empty when it has none. */
    String systemName() {
        Matcher name = NAME.matcher(wkt);
        return name.find() ? name.group(1) : "";
    }

    List<String> columns() {
        return List.copyOf(fields.keySet());
    }

    boolean isDate(String column) {
        return fields.getOrDefault(column, "").startsWith("Date");
    }
}
