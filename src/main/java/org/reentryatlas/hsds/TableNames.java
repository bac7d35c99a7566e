package org.reentryatlas.hsds;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.provider.Kind;

/** The names of HSDS tables and of their columns, which differ between editions and by habit. */
final class TableNames {
    private static final Map<String, Kind> KINDS = kinds();
    private static final List<String> PREFIXED = List.of("organization", "service", "location");
    private static final List<String> OLDER = List.of("physical_address", "regular_schedule", "service_taxonomy");

    private TableNames() {}

    /** What a table holds, by its name in the singular; null for one of which nothing is on the map. */
    static @Nullable Kind kind(String table) {
        return KINDS.get(table);
    }

    /** Whether a table is of 1.x or 2.x alone. */
    static boolean isOlder(String table) {
        return OLDER.contains(table);
    }

    /** {@code services_at_location}, {@code service_at_locations}: {@code service_at_location}. */
    static String singular(String name) {
        StringBuilder singular = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            String one = word.endsWith("ies")
                    ? word.substring(0, word.length() - 3) + "y"
                    : word.endsWith("sses")
                            ? word.substring(0, word.length() - 2)
                            : word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
            singular.append(singular.isEmpty() ? "" : "_").append(one);
        }
        return singular.toString();
    }

    /** A column's name as HSDS has it: without its own table's name in front, and without other habits. */
    static String column(String column, String table) {
        String name = column.toLowerCase(Locale.ROOT).strip().replaceAll("\\W+", "_");
        if (PREFIXED.contains(table)
                && name.startsWith(table + "_")
                && !List.of("location_type", "service_at_location_id").contains(name)) {
            name = name.substring(table.length() + 1);
        }
        return switch (name) {
            case "uuid" -> "id";
            case "organization_uuid", "service_uuid", "location_uuid" -> name.replace("_uuid", "_id");
            case "address" -> "address_1";
            case "zip" -> "postal_code";
            case "state" -> "state_province";
            case "min_age" -> "minimum_age";
            case "max_age" -> "maximum_age";
            case "areas" -> "";
            default -> name;
        };
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new HashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.code(), kind);
        }
        kinds.remove("term");
        kinds.put("physical_address", Kind.ADDRESS);
        kinds.put("postal_address", Kind.ADDRESS);
        kinds.put("regular_schedule", Kind.SCHEDULE);
        kinds.put("accessibility_for_disability", Kind.ACCESSIBILITY);
        kinds.put("payment_accepted", Kind.COST_OPTION);
        kinds.put("service_capacity", Kind.CAPACITY);
        kinds.put("service_taxonomy", Kind.TERM);
        kinds.put("attribute", Kind.TERM);
        kinds.put("taxonomy", Kind.TAXONOMY_TERM);
        return kinds;
    }
}
