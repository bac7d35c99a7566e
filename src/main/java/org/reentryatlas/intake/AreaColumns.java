package org.reentryatlas.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.table.Table;

/**
 * The names that police departments and the census give to the columns of their areas. One file often holds the keys of
 * several levels, so what is the key depends on the level that is loaded.
 */
final class AreaColumns {
    private static final int LONGEST_KEY = 40;
    private static final Map<Level, List<String>> KEYS = Map.of(
            Level.BEAT,
            List.of("beat_num", "psa", "beats_0", "beats", "beat_id", "zone", "cadra", "car_rte", "beat"),
            Level.SECTOR,
            List.of("sector", "sector_id", "section", "car_rte"),
            Level.DISTRICT,
            List.of(
                    "district",
                    "dist_num",
                    "policedistrict",
                    "policedist",
                    "poldist_id",
                    "area_command",
                    "area_comma",
                    "division",
                    "precinct"),
            Level.TRACT,
            List.of("geoid", "geoid10", "geoid20", "tractce", "tract"),
            Level.BLOCK_GROUP,
            List.of("geoid", "geoid10", "geoid20", "blkgrp"));
    /** What a key is called where nothing says of what. */
    private static final List<String> ANY_KEY =
            List.of("nguid", "code", "number", "gis_id", "globalid", "id", "name", "dsplayname", "label");

    private AreaColumns() {}

    /** The fields of an area with the names that files use for them, likeliest first. */
    static Map<String, List<String>> synonyms(Level level) {
        List<String> keys = new ArrayList<>(KEYS.getOrDefault(level, List.of()));
        keys.addAll(ANY_KEY);
        return Map.of(
                "key", keys,
                "name", List.of("label", "display_name", "dsplayname"),
                "population", List.of("pop", "totalpop", "p0010001"));
    }

    /** Of the columns of a table, those that could be a key, because each row has a short value of its own. */
    static List<String> distinct(Table table) throws IOException {
        Map<String, Set<String>> valuesByColumn = new LinkedHashMap<>();
        table.columns().forEach(column -> valuesByColumn.put(column, new HashSet<>()));
        table.forEach(row -> valuesByColumn
                .entrySet()
                .removeIf(column ->
                        !isKey(row.value(column.getKey())) || !column.getValue().add(row.value(column.getKey()))));
        return List.copyOf(valuesByColumn.keySet());
    }

    private static boolean isKey(String value) {
        return !value.isEmpty() && value.length() <= LONGEST_KEY;
    }
}
