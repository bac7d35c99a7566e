package org.reentryatlas.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What streets are for, in the words of those who publish them: plain words, the Census Bureau's feature classes (MTFCC),
 * the Federal Highway Administration's functional classes, and the tags of OpenStreetMap. A word that is not known rejects
 * nothing, since addresses are found on such a street all the same; it is told.
 */
final class RoadClasses {
    /** Names of the column that holds them. */
    static final List<String> COLUMNS = List.of(
            "road_class",
            "roadclass",
            "street_class",
            "st_class",
            "functional_class",
            "functionalclass",
            "func_class",
            "funcclass",
            "mtfcc",
            "fclass",
            "highway");

    private static final int MOST_TOLD = 5;
    private static final Map<String, String> CODES = codes();

    private final Map<String, Long> unknown = new TreeMap<>();

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        // 1 and 2 of the functional classes, and 11 and 12 of their older form in cities, are those without crossings.
        put(
                codes,
                "highway",
                "freeway expressway otherfreewayandexpressway otherfreewaysandexpressways interstate motorway motorwaylink trunk trunklink s1100 s1630 1 2 11 12");
        put(
                codes,
                "arterial",
                "major majorarterial principalarterial otherprincipalarterial minorarterial primary primarylink secondary"
                        + " secondarylink s1200 3 4 14 16");
        put(codes, "collector", "majorcollector minorcollector tertiary tertiarylink 5 6 17");
        put(codes, "local", "minor street residential unclassified livingstreet s1400 s1640 7 19");
        put(
                codes,
                "path",
                "alley service driveway walkway footway pedestrian cycleway bridleway steps trail track s1500 s1710 s1720 s1730 s1740"
                        + " s1750 s1780 s1820 s1830");
        return Map.copyOf(codes);
    }

    private static void put(Map<String, String> codes, String code, String words) {
        codes.put(code, code);
        for (String word : words.split(" ", -1)) {
            codes.put(word, code);
        }
    }

    /** The code of a word; empty where there is none. */
    String read(String word) {
        if (word.isEmpty()) {
            return "";
        }
        String code = CODES.get(Columns.plain(word));
        if (code == null) {
            unknown.merge(word, 1L, Long::sum);
            return "";
        }
        return code;
    }

    /** What was not understood. */
    List<String> notes() {
        if (unknown.isEmpty()) {
            return List.of();
        }
        long rows = unknown.values().stream().mapToLong(Long::longValue).sum();
        String words = String.join(
                "', '",
                unknown.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MOST_TOLD)
                        .map(Map.Entry::getKey)
                        .toList());
        return List.of("%d stretches have a class that is not known here and are drawn as local streets: '%s'%s"
                .formatted(rows, words, unknown.size() > MOST_TOLD ? " and others" : ""));
    }
}
