package org.reentryatlas.hsds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.Kind;
import org.reentryatlas.provider.OpeningHours;

/**
 * Makes records of the values that a file holds for one, whatever its edition: names of 1.x and 2.x become those of 3.0,
 * and what programs must understand is read or, when it cannot be, left out and counted.
 */
final class RecordMaker {
    /** Members that the specification has and a map of services does not need; persons' names are among them. */
    static final Set<String> NOT_KEPT = Set.of(
            "contacts",
            "contact",
            "funding",
            "programs",
            "program",
            "program_id",
            "metadata",
            "organization_identifiers",
            "required_documents",
            "tax_status",
            "tax_id",
            "year_incorporated",
            "legal_status",
            "logo",
            "uri",
            "parent_organization_id",
            "wait_time",
            "accreditations",
            "licenses",
            "assurer_email",
            "alert",
            "last_modified",
            "interpretation_services",
            "external_identifier",
            "external_identifier_type",
            "attention",
            "region",
            "note",
            "schedule_link",
            "attending_type",
            "timezone",
            "wkst",
            "attributes");

    private static final int LONGEST_NUMBER = 50;
    private static final Map<Kind, Set<String>> FIELDS = fields();
    private static final Map<String, String> OLDER_NAMES = Map.ofEntries(
            Map.entry("organization.url", "website"),
            Map.entry("service.fees_description", "fees"),
            Map.entry("language.language", "name"),
            Map.entry("accessibility.accessibility", "description"),
            Map.entry("service_area.service_area", "name"),
            Map.entry("cost_option.payment", "option"),
            Map.entry("service.maximum_capacity", "capacity"),
            Map.entry("capacity.maximum", "capacity"),
            Map.entry("schedule.original_text", "description"));
    /** Which members name the owners of a record of a kind, and of what kind those are. */
    private static final Map<String, Kind> OWNERS = Map.of(
            "organization_id", Kind.ORGANIZATION,
            "service_id", Kind.SERVICE,
            "location_id", Kind.LOCATION,
            "service_at_location_id", Kind.SERVICE_AT_LOCATION);

    private final Territory territory;
    private final Map<String, Long> unread = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private long schedulesInWords;

    RecordMaker(Territory territory) {
        this.territory = territory;
    }

    private static Map<Kind, Set<String>> fields() {
        Map<Kind, Set<String>> fields = new HashMap<>();
        fields.put(Kind.ORGANIZATION, Set.of("name", "alternate_name", "description", "email", "website"));
        fields.put(
                Kind.SERVICE,
                Set.of(
                        "name",
                        "alternate_name",
                        "description",
                        "url",
                        "email",
                        "status",
                        "application_process",
                        "fees",
                        "eligibility_description",
                        "minimum_age",
                        "maximum_age",
                        "assured_date",
                        "accepts_records",
                        "confidential",
                        "capacity"));
        fields.put(
                Kind.LOCATION,
                Set.of(
                        "name",
                        "description",
                        "transportation",
                        "location_type",
                        "confidential",
                        "latitude",
                        "longitude",
                        "alternate_name",
                        "url"));
        fields.put(Kind.SERVICE_AT_LOCATION, Set.of("description"));
        fields.put(
                Kind.ADDRESS,
                Set.of("address_type", "address_1", "address_2", "city", "state_province", "postal_code", "country"));
        fields.put(Kind.PHONE, Set.of("number", "extension", "type", "description"));
        fields.put(
                Kind.SCHEDULE,
                Set.of(
                        "weekday",
                        "opens_at",
                        "closes_at",
                        "valid_from",
                        "valid_to",
                        "dtstart",
                        "until",
                        "freq",
                        "interval",
                        "byday",
                        "bymonthday",
                        "byweekno",
                        "byyearday",
                        "count",
                        "description",
                        "notes"));
        fields.put(Kind.LANGUAGE, Set.of("name", "code"));
        fields.put(Kind.ACCESSIBILITY, Set.of("description", "details"));
        fields.put(Kind.COST_OPTION, Set.of("option", "amount", "currency", "amount_description"));
        fields.put(Kind.SERVICE_AREA, Set.of("name", "description", "extent", "extent_type"));
        fields.put(Kind.ELIGIBILITY, Set.of("eligibility"));
        fields.put(Kind.CAPACITY, Set.of("capacity"));
        fields.put(Kind.TERM, Set.of("term"));
        fields.put(Kind.TAXONOMY_TERM, Set.of("name"));
        return fields;
    }

    /**
     * The records that the values of one make: several for a schedule of several days, else one; none for a detail that
     * says nothing.
     *
     * @param values text by member or column, as the file names it
     * @param owners owners that are known from where the record stands
     */
    List<DirectoryRecord> make(Kind kind, Map<String, String> values, Map<Kind, String> owners, boolean embedded)
            throws Faulty {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<Kind, String> allOwners = new HashMap<>(owners);
        Set<String> known = FIELDS.getOrDefault(kind, Set.of());
        values.forEach((name, value) -> {
            String field = OLDER_NAMES.getOrDefault(kind.code() + "." + name, name);
            Kind owner = OWNERS.get(name);
            if (value.isBlank()) {
                return;
            } else if (owner != null && owner != kind) {
                allOwners.put(owner, value);
            } else if (known.contains(field)) {
                fields.putIfAbsent(field, value.strip());
            } else if (!field.equals("id") && !NOT_KEPT.contains(field) && !OWNERS.containsKey(field)) {
                unknown.merge(kind.code() + "." + name, 1L, Long::sum);
            }
        });
        String key = values.getOrDefault("id", "").strip();
        require(kind, key, fields);
        return switch (kind) {
            case SCHEDULE -> schedules(fields, allOwners, embedded);
            case LOCATION -> List.of(record(kind, key, allOwners, embedded, place(fields)));
            case SERVICE -> List.of(record(kind, key, allOwners, embedded, service(fields)));
            default -> {
                number(kind, "amount", fields);
                wheelchair(kind, fields);
                yield fields.isEmpty() && !kind.isKeyed()
                        ? List.of()
                        : List.of(record(kind, kind.isKeyed() ? key : null, allOwners, embedded, fields));
            }
        };
    }

    /** What could not be read and was left out, and what the specification does not know, for the owner. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        unread.forEach((field, n) -> notes.add("%s: %d values cannot be read and were left out".formatted(field, n)));
        if (schedulesInWords > 0) {
            notes.add("%d schedules are no plain week and are kept in words".formatted(schedulesInWords));
        }
        if (!unknown.isEmpty()) {
            notes.add("not kept, since the specification does not know it: " + String.join(", ", unknown.keySet()));
        }
        return notes;
    }

    private static DirectoryRecord record(
            Kind kind, @Nullable String key, Map<Kind, String> owners, boolean embedded, Map<String, String> fields) {
        return new DirectoryRecord(kind, key, owners, embedded, fields);
    }

    private static void require(Kind kind, String key, Map<String, String> fields) throws Faulty {
        if (kind.isKeyed() && key.isEmpty()) {
            throw new Faulty("id", "value_missing", "an identifier is required");
        }
        if ((kind == Kind.ORGANIZATION || kind == Kind.SERVICE) && !fields.containsKey("name")) {
            throw new Faulty("name", "value_missing", "a name is required");
        }
        if (kind == Kind.PHONE && !fields.containsKey("number") && !fields.isEmpty()) {
            throw new Faulty("number", "value_missing", "a number is required");
        }
    }

    private Map<String, String> service(Map<String, String> fields) {
        fields.computeIfPresent("status", (name, status) -> status(status));
        fields.computeIfPresent("assured_date", (name, date) -> date(date, "service.assured_date"));
        number(Kind.SERVICE, "minimum_age", fields);
        number(Kind.SERVICE, "maximum_age", fields);
        return fields;
    }

    /** Words of older editions and of people for the four states that 3.0 knows. */
    private @Nullable String status(String status) {
        String plain = status.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (plain) {
            case "active", "inactive", "defunct", "temporarily closed" -> plain;
            default -> {
                unread.merge("service.status", 1L, Long::sum);
                yield null;
            }
        };
    }

    private Map<String, String> place(Map<String, String> fields) throws Faulty {
        String latitude = fields.remove("latitude");
        String longitude = fields.remove("longitude");
        fields.computeIfPresent("location_type", (name, type) -> type.toLowerCase(Locale.ROOT));
        if (latitude == null || longitude == null || Boolean.parseBoolean(fields.get("confidential"))) {
            return fields;
        }
        LonLat place = new LonLat(degrees(longitude, "longitude"), degrees(latitude, "latitude"));
        if (place.longitude() == 0 && place.latitude() == 0) {
            return fields;
        }
        if (!territory.contains(place)) {
            throw new Faulty(
                    "latitude",
                    "outside_jurisdiction",
                    "the position is far outside the jurisdiction; leave it empty if the place is not in it");
        }
        fields.put("lon", Double.toString(place.longitude()));
        fields.put("lat", Double.toString(place.latitude()));
        return fields;
    }

    private static double degrees(String text, String field) throws Faulty {
        try {
            requireShort(text);
            double degrees = new java.math.BigDecimal(text).doubleValue();
            if (Math.abs(degrees) <= (field.equals("latitude") ? 90 : 180)) {
                return degrees;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one fault below.
        }
        throw new Faulty(field, "number_invalid", "write degrees with a decimal point, or leave it empty");
    }

    /** A number of a million digits would only take long to read. */
    private static void requireShort(String number) {
        if (number.length() > LONGEST_NUMBER) {
            throw new NumberFormatException("too long");
        }
    }

    private void number(Kind kind, String field, Map<String, String> fields) {
        fields.computeIfPresent(field, (name, text) -> {
            try {
                requireShort(text);
                java.math.BigDecimal number = new java.math.BigDecimal(text);
                if (number.signum() >= 0 && number.precision() - number.scale() < 10 && number.scale() < 10) {
                    return number.toPlainString();
                }
            } catch (NumberFormatException e) {
                // Falls through to the count below.
            }
            unread.merge(kind.code() + "." + field, 1L, Long::sum);
            return null;
        });
        if (kind == Kind.CAPACITY) {
            fields.computeIfPresent("capacity", (name, text) -> text.matches("\\d{1,8}") ? text : null);
        }
    }

    private static void wheelchair(Kind kind, Map<String, String> fields) {
        if (kind == Kind.ACCESSIBILITY) {
            String text = fields.getOrDefault("description", "").toLowerCase(Locale.ROOT);
            if (text.contains("wheelchair") || text.contains("handicap accessible")) {
                fields.put("wheelchair", Boolean.toString(!text.matches(".*\\b(no|not|without)\\b.*")));
            }
        }
    }

    private @Nullable String date(String text, String field) {
        try {
            LocalDate date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (date.getYear() >= 1900 && date.getYear() <= 2200) {
                return date.toString();
            }
        } catch (DateTimeException e) {
            // Falls through to the count below.
        }
        unread.merge(field, 1L, Long::sum);
        return null;
    }

    /** A row for each day of a plain week; one row in words for every rule that is more than that. */
    private List<DirectoryRecord> schedules(Map<String, String> fields, Map<Kind, String> owners, boolean embedded) {
        Map<String, String> base = new LinkedHashMap<>();
        put(base, "valid_from", validity(fields, "valid_from", "dtstart"));
        put(base, "valid_to", validity(fields, "valid_to", "until"));
        put(base, "description", fields.get("description"));
        List<Integer> days = days(fields);
        String opens = OpeningHours.time(fields.getOrDefault("opens_at", "")).orElse(null);
        String closes = OpeningHours.time(fields.getOrDefault("closes_at", "")).orElse(null);
        List<DirectoryRecord> records = new ArrayList<>();
        if (days.isEmpty() || opens == null || closes == null) {
            put(base, "rule", rule(fields));
            if (base.containsKey("rule") || base.containsKey("description")) {
                schedulesInWords++;
                records.add(record(Kind.SCHEDULE, null, owners, embedded, base));
            }
            return records;
        }
        for (int day : days) {
            Map<String, String> row = new LinkedHashMap<>(base);
            row.put("weekday", Integer.toString(day));
            row.put("opens_at", opens);
            row.put("closes_at", closes);
            records.add(record(Kind.SCHEDULE, null, owners, embedded, row));
        }
        return records;
    }

    private @Nullable String validity(Map<String, String> fields, String field, String other) {
        String text = fields.getOrDefault(field, fields.getOrDefault(other, ""));
        return text.isEmpty() ? null : date(text, "schedule." + field);
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
