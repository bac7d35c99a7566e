package org.reentryatlas.export;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Field names of ten letters for formats that take no more, each another one and always the same for the same fields. */
final class ShortNames {
    private static final int LONGEST = 10;

    /** What stays to be seen at the end of a name that is cut; the longer before those they end with. */
    private static final Map<String, String> ENDINGS = endings();

    private ShortNames() {}

    private static Map<String, String> endings() {
        Map<String, String> endings = new LinkedHashMap<>();
        endings.put("_rate_status", "_rs");
        endings.put("_quotient_status", "_qs");
        endings.put("_status", "_st");
        endings.put("_unstable", "_un");
        endings.put("_rate", "_rt");
        endings.put("_quotient", "_lq");
        endings.put("_low", "_lo");
        endings.put("_high", "_hi");
        return endings;
    }

    /** Short names in the order of the names. */
    static List<String> of(List<String> names) {
        Set<String> taken = new HashSet<>();
        List<String> all = new ArrayList<>();
        for (String name : names) {
            String shortened = shorten(name);
            for (int number = 1; !taken.add(shortened); number++) {
                String end = "_" + number;
                shortened = start(shorten(name), LONGEST - end.length()) + end;
            }
            all.add(shortened);
        }
        return all;
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
            if (name.endsWith(ending.getKey())) {
                String stem = name.substring(0, name.length() - ending.getKey().length());
                return start(stem, LONGEST - ending.getValue().length()) + ending.getValue();
            }
        }
        return start(name, LONGEST);
    }

    private static String start(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
