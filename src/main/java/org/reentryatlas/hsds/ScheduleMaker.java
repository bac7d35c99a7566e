package org.reentryatlas.hsds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.provider.OpeningHours;

/** Makes rows of a schedule: one for each day of a plain week; one in words for every rule that is more than that. */
final class ScheduleMaker {
    private final ValueReader values;
    private long inWords;

    ScheduleMaker(ValueReader values) {
        this.values = values;
    }

    /** How many schedules are kept in words. */
    long inWords() {
        return inWords;
    }

    /** The rows of one schedule, none if it says nothing. */
    List<Map<String, String>> rows(Map<String, String> fields) {
        Map<String, String> base = new LinkedHashMap<>();
        put(base, "valid_from", validity(fields, "valid_from", "dtstart"));
        put(base, "valid_to", validity(fields, "valid_to", "until"));
        put(base, "description", fields.get("description"));
        List<Integer> days = days(fields);
        String opens = OpeningHours.time(fields.getOrDefault("opens_at", "")).orElse(null);
        String closes = OpeningHours.time(fields.getOrDefault("closes_at", "")).orElse(null);
        List<Map<String, String>> rows = new ArrayList<>();
        if (days.isEmpty() || opens == null || closes == null) {
            put(base, "rule", rule(fields));
            if (base.containsKey("rule") || base.containsKey("description")) {
                inWords++;
                rows.add(base);
            }
            return rows;
        }
        for (int day : days) {
            Map<String, String> row = new LinkedHashMap<>(base);
            row.put("weekday", Integer.toString(day));
            row.put("opens_at", opens);
            row.put("closes_at", closes);
            rows.add(row);
        }
        return rows;
    }

    private @Nullable String validity(Map<String, String> fields, String field, String other) {
        String text = fields.getOrDefault(field, fields.getOrDefault(other, ""));
        return text.isEmpty() ? null : values.date(text, "schedule." + field);
    }

    private static List<Integer> days(Map<String, String> fields) {
        boolean isWeekly = fields.getOrDefault("freq", "WEEKLY").equalsIgnoreCase("WEEKLY")
                && fields.getOrDefault("interval", "1").equals("1")
                && List.of("bymonthday", "byweekno", "byyearday", "count").stream()
                        .noneMatch(fields::containsKey);
        String text = fields.getOrDefault("weekday", isWeekly ? fields.getOrDefault("byday", "") : "");
        List<Integer> days = new ArrayList<>();
        for (String word : text.isEmpty() ? new String[0] : text.split("[,;\\s]+")) {
            int day = word.matches("[1-7]") ? Integer.parseInt(word) : OpeningHours.weekday(word);
            if (day == 0) {
                return List.of();
            }
            days.add(day);
        }
        return days;
    }

    /** The rule in the form of RFC 5545 with its times, for people and for later programs. */
    private static @Nullable String rule(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of("freq", "interval", "byday", "bymonthday", "byweekno", "byyearday", "count")) {
            if (fields.containsKey(part)) {
                parts.add(part.toUpperCase(Locale.ROOT) + "=" + fields.get(part));
            }
        }
        String times = String.join("-", fields.getOrDefault("opens_at", ""), fields.getOrDefault("closes_at", ""));
        String day = fields.getOrDefault("weekday", "");
        String rule = String.join(" ", String.join(";", parts), day, times.equals("-") ? "" : times)
                .strip();
        return rule.isEmpty() ? null : rule;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
