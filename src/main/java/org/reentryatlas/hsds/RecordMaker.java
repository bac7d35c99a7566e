package org.reentryatlas.hsds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.Kind;

/**
 * Makes records of the values that a file holds for one, whatever its edition: names of 1.x and 2.x become those of 3.0,
 * and what programs must understand is read or, when it cannot be, left out and counted.
 */
final class RecordMaker {
    private final Territory territory;
    private final ValueReader values = new ValueReader();
    private final ScheduleMaker schedules = new ScheduleMaker(values);
    private final Set<String> unknown = new TreeSet<>();

    RecordMaker(Territory territory) {
        this.territory = territory;
    }

    /**
     * The records that the values of one make: several for a schedule of several days, else one; none for a detail that
     * says nothing.
     *
     * @param members text by member or column, as the file names it
     * @param owners owners that are known from where the record stands
     */
    List<DirectoryRecord> make(Kind kind, Map<String, String> members, Map<Kind, String> owners, boolean embedded)
            throws Faulty {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<Kind, String> allOwners = new HashMap<>(owners);
        members.forEach((name, value) -> {
            String field = Members.field(kind, name);
            Kind owner = Members.owner(name);
            if (value.isBlank()) {
                return;
            } else if (owner != null && owner != kind) {
                allOwners.put(owner, value);
            } else if (Members.isKept(kind, field)) {
                fields.putIfAbsent(field, value.strip());
            } else if (!Members.isKnown(field)) {
                unknown.add(kind.code() + "." + name);
            }
        });
        String key = members.getOrDefault("id", "").strip();
        require(kind, key, fields);
        List<Map<String, String>> rows = switch (kind) {
            case SCHEDULE -> schedules.rows(fields);
            case LOCATION -> List.of(place(fields));
            case SERVICE -> List.of(service(fields));
            default -> detail(kind, fields);
        };
        return rows.stream()
                .map(row -> new DirectoryRecord(kind, kind.isKeyed() ? key : null, allOwners, embedded, row))
                .toList();
    }

    /** What could not be read and was left out, and what the specification does not know, for the owner. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        values.unread()
                .forEach((field, n) -> notes.add("%s: %d values cannot be read and were left out".formatted(field, n)));
        if (schedules.inWords() > 0) {
            notes.add("%d schedules are no plain week and are kept in words".formatted(schedules.inWords()));
        }
        if (!unknown.isEmpty()) {
            notes.add("not kept, since the specification does not know it: " + String.join(", ", unknown));
        }
        return notes;
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

    private List<Map<String, String>> detail(Kind kind, Map<String, String> fields) {
        number(kind, "amount", fields);
        capacity(kind, fields);
        wheelchair(kind, fields);
        return fields.isEmpty() && !kind.isKeyed() ? List.of() : List.of(fields);
    }

    private Map<String, String> service(Map<String, String> fields) throws Faulty {
        isConfidential(fields);
        capacity(Kind.SERVICE, fields);
        fields.computeIfPresent("accepts_records", (name, text) -> values.acceptsRecords(text));
        fields.computeIfPresent("status", (name, status) -> values.status(status));
        fields.computeIfPresent("assured_date", (name, date) -> values.date(date, "service.assured_date"));
        number(Kind.SERVICE, "minimum_age", fields);
        number(Kind.SERVICE, "maximum_age", fields);
        return fields;
    }

    private Map<String, String> place(Map<String, String> fields) throws Faulty {
        String latitude = fields.remove("latitude");
        String longitude = fields.remove("longitude");
        fields.computeIfPresent("location_type", (name, type) -> type.toLowerCase(Locale.ROOT));
        boolean isConfidential = isConfidential(fields);
        if (latitude == null || longitude == null || isConfidential) {
            return fields;
        }
        LonLat place =
                new LonLat(ValueReader.degrees(longitude, "longitude"), ValueReader.degrees(latitude, "latitude"));
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

    /** Reads the mark, and leaves it as the database reads it. */
    private static boolean isConfidential(Map<String, String> fields) throws Faulty {
        boolean isConfidential = ValueReader.flag(fields.getOrDefault("confidential", ""), "confidential");
        fields.computeIfPresent("confidential", (name, text) -> Boolean.toString(isConfidential));
        return isConfidential;
    }

    private void capacity(Kind kind, Map<String, String> fields) {
        fields.computeIfPresent("capacity", (name, text) -> values.whole(text, kind.code() + ".capacity"));
    }

    private void number(Kind kind, String field, Map<String, String> fields) {
        fields.computeIfPresent(field, (name, text) -> values.number(text, kind.code() + "." + field));
    }

    private static void wheelchair(Kind kind, Map<String, String> fields) {
        if (kind == Kind.ACCESSIBILITY) {
            String text = fields.getOrDefault("description", "").toLowerCase(Locale.ROOT);
            if (text.contains("wheelchair") || text.contains("handicap accessible")) {
                fields.put("wheelchair", Boolean.toString(!text.matches(".*\\b(no|not|without)\\b.*")));
            }
        }
    }
}
