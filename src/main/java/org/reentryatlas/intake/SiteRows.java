package org.reentryatlas.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.LonLat;
import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.Kind;
import org.reentryatlas.provider.OpeningHours;
import org.reentryatlas.provider.Origin;
import org.reentryatlas.table.Row;

/** Turns rows of a flat list, each a service at a place, into the records of a directory. */
final class SiteRows {
    private static final String LIST = "\\s*[;|]\\s*";
    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("open", "active"),
            Map.entry("active", "active"),
            Map.entry("closed", "defunct"),
            Map.entry("permanently closed", "defunct"),
            Map.entry("defunct", "defunct"),
            Map.entry("inactive", "inactive"),
            Map.entry("temporarily closed", "temporarily closed"),
            Map.entry("temporarily_closed", "temporarily closed"));
    private static final Map<String, String> PLACES = Map.of(
            "physical", "physical",
            "postal", "postal",
            "virtual", "virtual",
            "online", "virtual",
            "mobile", "mobile",
            "regional", "regional",
            "confidential", "confidential");

    private final Columns columns;
    private final @Nullable Positions positions;
    private final Map<String, String> codeByTerm;
    private final @Nullable String category;
    private final BiConsumer<Origin, DirectoryRecord> sink;
    private long hoursInWords;
    private long unknownStatuses;

    /**
     * @param positions null when the table has none and its addresses must do
     * @param category the category of rows whose own words are none of ours, or null
     */
    SiteRows(
            Columns columns,
            @Nullable Positions positions,
            Map<String, String> codeByTerm,
            @Nullable String category,
            BiConsumer<Origin, DirectoryRecord> sink) {
        this.columns = columns;
        this.positions = positions;
        this.codeByTerm = codeByTerm;
        this.category = category;
        this.sink = sink;
    }

    /** Hands over the records of one row, or none of them. */
    void take(Row row) throws RowRejected {
        Fields fields = new Fields(row, columns);
        String name = fields.required("name");
        String id = columns.has("id") ? fields.key("id") : madeOf(name, fields);
        boolean hidden = Boolean.TRUE.equals(fields.yesOrNo("confidential"))
                || Boolean.FALSE.equals(fields.yesOrNo("public"))
                || place(fields).equals("confidential");
        List<DirectoryRecord> records = new ArrayList<>();
        String organization = fields.text("organization");
        if (!organization.isEmpty()) {
            records.add(
                    new DirectoryRecord(Kind.ORGANIZATION, organization, Map.of(), true, Map.of("name", organization)));
        }
        Map<Kind, String> owner = organization.isEmpty() ? Map.of() : Map.of(Kind.ORGANIZATION, organization);
        records.add(new DirectoryRecord(Kind.SERVICE, id, owner, false, service(fields, name, hidden)));
        records.add(new DirectoryRecord(Kind.LOCATION, id, owner, false, location(row, fields, hidden)));
        records.add(new DirectoryRecord(
                Kind.SERVICE_AT_LOCATION, id, Map.of(Kind.SERVICE, id, Kind.LOCATION, id), false, Map.of()));
        if (!hidden) {
            // The address of a confidential place is not even passed on.
            detail(records, Kind.ADDRESS, Kind.LOCATION, id, address(fields));
        }
        details(fields, id, records);
        records.forEach(record -> sink.accept(new Origin(row.number(), "", row.number()), record));
    }

    /** What the owner should know of what was read. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!columns.has("id")) {
            notes.add("there is no column of identifiers: a row is known by its organization, name and address");
        }
        if (hoursInWords > 0) {
            notes.add("opening hours of %d sites are kept in words, since no program can read them"
                    .formatted(hoursInWords));
        }
        if (unknownStatuses > 0) {
            notes.add("%d rows have a status that is none of: %s; they are taken to be open"
                    .formatted(
                            unknownStatuses,
                            String.join(
                                    ", ", STATUSES.keySet().stream().sorted().toList())));
        }
        return notes;
    }

    private static String madeOf(String name, Fields fields) {
        String text = String.join("|", fields.text("organization"), name, fields.text("address"), fields.text("city"));
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, String> service(Fields fields, String name, boolean hidden) throws RowRejected {
        Map<String, String> service = new LinkedHashMap<>();
        service.put("name", name);
        put(service, "description", fields.text("description"));
        put(service, "url", fields.text("url"));
        put(service, "email", fields.text("email"));
        put(service, "eligibility_description", fields.text("eligibility"));
        put(service, "fees", fields.text("fees"));
        put(service, "status", status(fields));
        put(service, "accepts_records", acceptsRecords(fields));
        put(service, "minimum_age", fields.count("minimum_age"));
        put(service, "maximum_age", fields.count("maximum_age"));
        put(service, "capacity", fields.count("capacity"));
        put(service, "assured_date", fields.date("last_verified"));
        put(service, "confidential", hidden ? true : null);
        return service;
    }

    private Map<String, String> location(Row row, Fields fields, boolean hidden) throws RowRejected {
        Map<String, String> location = new LinkedHashMap<>();
        put(location, "wheelchair", fields.yesOrNo("wheelchair"));
        put(location, "confidential", hidden ? true : null);
        put(location, "location_type", place(fields));
        if (!hidden && positions != null) {
            // The position of a confidential place is not even read.
            LonLat place = positions.locate(row, fields).orElse(null);
            put(location, "lon", place == null ? null : place.longitude());
            put(location, "lat", place == null ? null : place.latitude());
        }
        return location;
    }

    private static Map<String, String> address(Fields fields) {
        Map<String, String> address = new LinkedHashMap<>();
        put(address, "address_1", fields.text("address"));
        put(address, "address_2", fields.text("address_2"));
        put(address, "city", fields.text("city"));
        put(address, "state_province", fields.text("state"));
        put(address, "postal_code", fields.text("postal_code"));
        return address;
    }

    private void details(Fields fields, String id, List<DirectoryRecord> records) {
        Map<String, String> phone = new LinkedHashMap<>();
        put(phone, "number", fields.text("phone"));
        detail(records, Kind.PHONE, Kind.SERVICE_AT_LOCATION, id, phone);
        for (String language : list(fields.text("languages"), "\\s*[;|,]\\s*")) {
            String code = language.matches("[a-z]{2,3}") ? "code" : "name";
            detail(records, Kind.LANGUAGE, Kind.SERVICE, id, Map.of(code, language));
        }
        Map<String, String> accessibility = new LinkedHashMap<>();
        put(accessibility, "description", fields.text("accessibility"));
        detail(records, Kind.ACCESSIBILITY, Kind.LOCATION, id, accessibility);
        Map<String, String> area = new LinkedHashMap<>();
        put(area, "name", fields.text("service_area"));
        detail(records, Kind.SERVICE_AREA, Kind.SERVICE, id, area);
        terms(fields).forEach(term -> detail(records, Kind.TERM, Kind.SERVICE, id, Map.of("term", term)));
        hours(fields.text("hours"), id, records);
    }

    private List<String> terms(Fields fields) {
        List<String> terms = new ArrayList<>(list(fields.text("category"), LIST));
        list(fields.text("categories"), LIST).stream()
                .filter(term -> !terms.contains(term))
                .forEach(terms::add);
        if (category != null
                && terms.stream().noneMatch(term -> codeByTerm.containsKey(term.toLowerCase(Locale.ROOT)))) {
            terms.add(category);
        }
        return terms;
    }

    private void hours(String text, String id, List<DirectoryRecord> records) {
        if (text.isEmpty()) {
            return;
        }
        List<OpeningHours.Opening> week = OpeningHours.parse(text).orElse(List.of());
        if (week.isEmpty()) {
            hoursInWords++;
            detail(records, Kind.SCHEDULE, Kind.SERVICE_AT_LOCATION, id, Map.of("description", text));
        }
        for (OpeningHours.Opening opening : week) {
            detail(
                    records,
                    Kind.SCHEDULE,
                    Kind.SERVICE_AT_LOCATION,
                    id,
                    Map.of(
                            "weekday",
                            Integer.toString(opening.weekday()),
                            "opens_at",
                            opening.opens(),
                            "closes_at",
                            opening.closes(),
                            "description",
                            text));
        }
    }

    private static void detail(
            List<DirectoryRecord> records, Kind kind, Kind owner, String key, Map<String, String> fields) {
        if (!fields.isEmpty()) {
            records.add(new DirectoryRecord(kind, null, Map.of(owner, key), false, fields));
        }
    }

    private static String place(Fields fields) throws RowRejected {
        String type = fields.text("address_type").toLowerCase(Locale.ROOT);
        String place = type.isEmpty() ? "" : PLACES.getOrDefault(type, "?");
        if (place.equals("?")) {
            throw fields.rejected(
                    "address_type",
                    Reason.VALUE_UNKNOWN,
                    "write physical, postal, virtual, mobile, regional or confidential");
        }
        return place;
    }

    private @Nullable String status(Fields fields) {
        String status = fields.text("status").toLowerCase(Locale.ROOT);
        if (!status.isEmpty() && !STATUSES.containsKey(status)) {
            unknownStatuses++;
        }
        return STATUSES.get(status);
    }

    private static @Nullable String acceptsRecords(Fields fields) throws RowRejected {
        if (fields.text("accepts_records").equals("case_by_case")) {
            return "case_by_case";
        }
        Boolean accepts = fields.yesOrNo("accepts_records");
        return accepts == null ? null : accepts ? "yes" : "no";
    }

    private static List<String> list(String text, String separator) {
        return text.isEmpty()
                ? List.of()
                : List.of(text.split(separator)).stream()
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .toList();
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(name, value.toString());
        }
    }
}
