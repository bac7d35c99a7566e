package org.reentryatlas.hsds;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.geo.Territory;
import org.reentryatlas.provider.DirectoryRecord;
import org.reentryatlas.provider.Kind;
import org.reentryatlas.provider.Origin;
import org.reentryatlas.table.Archive;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.table.Row;
import org.reentryatlas.table.Table;
import org.reentryatlas.table.TableException;

/**
 * HSDS as tables: the CSV files of a data package in a folder or a zip, of 3.x (addresses, schedules, attributes) or of 1.x
 * and 2.x (physical_addresses, regular_schedules, services_taxonomy). A {@code datapackage.json} may name the files;
 * otherwise their own names say what they hold.
 */
final class HsdsTables implements HsdsFile {
    private static final JsonMapper JSON = new JsonMapper();
    /** What a file holds, by its name without the ending; names differ between editions by plurals. */
    private static final Map<String, Kind> KINDS = kinds();

    private static final List<String> PREFIXED = List.of("organization", "service", "location");
    private static final List<String> OLDER = List.of("physical_address", "regular_schedule", "service_taxonomy");

    private final Map<String, Path> files;
    private final Archive.@Nullable Unpacked unpacked;
    private final String format;
    private final RecordMaker maker;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<String> notes;
    private long attributesOfOthers;
    private long units;

    private HsdsTables(
            Map<String, Path> files,
            Archive.@Nullable Unpacked unpacked,
            String format,
            Territory territory,
            List<String> notes) {
        this.files = files;
        this.unpacked = unpacked;
        this.format = format;
        this.maker = new RecordMaker(territory);
        this.notes = notes;
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

    static Optional<HsdsFile> open(Path file, Territory territory) throws IOException {
        Archive.Unpacked unpacked = Files.isDirectory(file) ? null : new Archive(file).unpack();
        try {
            Optional<HsdsFile> found = find(unpacked == null ? file : unpacked.folder(), unpacked, territory);
            if (found.isEmpty() && unpacked == null) {
                throw new TableException(file + ": the folder holds no HSDS tables: organizations.csv, services.csv and"
                        + " locations.csv with the columns id and name are expected; load other files one by one");
            }
            if (found.isEmpty() && unpacked != null) {
                unpacked.close();
            }
            return found;
        } catch (IOException | RuntimeException e) {
            if (unpacked != null) {
                unpacked.close();
            }
            throw e;
        }
    }

    private static Optional<HsdsFile> find(Path folder, Archive.@Nullable Unpacked unpacked, Territory territory)
            throws IOException {
        Map<String, Path> files = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, 3)) {
            all.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .forEach(path -> files.put(singular(stem(path)), path));
        }
        named(folder, files, notes);
        if (!files.containsKey("service") || !(files.containsKey("organization") || files.containsKey("location"))) {
            return Optional.empty();
        }
        for (String keyed : List.of("organization", "service", "location")) {
            Path file = files.get(keyed);
            if (file != null) {
                requireColumns(file, keyed);
            }
        }
        boolean isOlder = OLDER.stream().anyMatch(files::containsKey);
        List<String> others =
                files.keySet().stream().filter(key -> !KINDS.containsKey(key)).toList();
        if (!others.isEmpty()) {
            notes.add("files that are not read, since nothing of them is on the map: " + String.join(", ", others));
        }
        String format =
                "HSDS %s tables in a %s".formatted(isOlder ? "1.x" : "3.x", unpacked == null ? "folder" : "zip");
        return Optional.of(new HsdsTables(files, unpacked, format, territory, notes));
    }

    /** The names that a data package gives its files count more than the files' own. */
    private static void named(Path folder, Map<String, Path> files, List<String> notes) throws IOException {
        Path descriptor = folder.resolve("datapackage.json");
        if (!Files.isRegularFile(descriptor)) {
            return;
        }
        try {
            for (JsonNode resource : JSON.readTree(descriptor.toFile()).path("resources")) {
                Path path = folder.resolve(resource.path("path").asText("-")).normalize();
                String name = singular(resource.path("name").asText(""));
                if (path.startsWith(folder.normalize()) && Files.isRegularFile(path) && KINDS.containsKey(name)) {
                    files.values().remove(path);
                    files.put(name, path);
                }
            }
        } catch (JacksonException e) {
            notes.add("datapackage.json is not JSON and was passed over; the files' own names say what they hold");
        }
    }

    private static void requireColumns(Path file, String kind) throws IOException {
        List<String> columns = Table.open(file, ReadOptions.FOUND).columns().stream()
                .map(column -> plain(column, kind))
                .toList();
        List<String> needed = kind.equals("location") ? List.of("id") : List.of("id", "name");
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new TableException(
                        "%s: HSDS asks for a column '%s'; the file has: %s. Name its columns as HSDS does, or load it alone as a table with --map"
                                .formatted(file.getFileName(), column, String.join(", ", columns)));
            }
        }
    }

    @Override
    public String format() {
        return format;
    }

    @Override
    public void read(Sink sink) throws IOException {
        for (Map.Entry<String, Path> entry : files.entrySet()) {
            Kind kind = KINDS.get(entry.getKey());
            if (kind != null) {
                read(entry.getKey(), kind, entry.getValue(), sink);
            }
        }
        if (attributesOfOthers > 0) {
            notes.add("%d attributes are not of services and are not kept".formatted(attributesOfOthers));
        }
    }

    private void read(String name, Kind kind, Path file, Sink sink) throws IOException {
        Table table = Table.open(file, ReadOptions.FOUND);
        Map<String, String> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column, plain(column, name)));
        String fileName = Objects.toString(file.getFileName());
        table.forEach(row -> {
            Origin origin = new Origin(++units, fileName, row.number());
            counts.merge(kind, 1L, Long::sum);
            try {
                if (row.fault() != null) {
                    throw new Faulty("(row)", "row_unreadable", Objects.requireNonNull(row.fault()));
                }
                take(name, kind, values(row, columns), origin, sink);
            } catch (Faulty e) {
                sink.reject(origin, e.fault());
            }
        });
    }

    private void take(String name, Kind kind, Map<String, String> values, Origin origin, Sink sink) throws Faulty {
        if (kind == Kind.TERM) {
            Map<String, String> term = term(name, values);
            if (term.isEmpty()) {
                attributesOfOthers++;
                return;
            }
            values = term;
        } else if (kind == Kind.ADDRESS && name.contains("_")) {
            values.put("address_type", name.substring(0, name.indexOf('_')));
        }
        for (DirectoryRecord record : maker.make(kind, values, Map.of(), false)) {
            sink.take(origin, record);
        }
        if (kind == Kind.LOCATION || kind == Kind.ORGANIZATION) {
            takeInline(kind, values, origin, sink);
        }
    }

    /** Some write a location's address and telephone into its own row. */
    private void takeInline(Kind kind, Map<String, String> values, Origin origin, Sink sink) throws Faulty {
        Map<Kind, String> owner = Map.of(kind, values.getOrDefault("id", ""));
        Map<String, String> address = new HashMap<>();
        List.of("address_1", "address_2", "city", "state_province", "postal_code", "country")
                .forEach(field -> address.put(field, values.getOrDefault(field, "")));
        if (kind == Kind.LOCATION && address.values().stream().anyMatch(value -> !value.isEmpty())) {
            for (DirectoryRecord record : maker.make(Kind.ADDRESS, address, owner, false)) {
                sink.take(origin, record);
            }
        }
        String phone = values.getOrDefault("phone", values.getOrDefault("phones", ""));
        if (!phone.isEmpty()) {
            for (DirectoryRecord record : maker.make(Kind.PHONE, Map.of("number", phone), owner, false)) {
                sink.take(origin, record);
            }
        }
    }

    /** A word for a service: a row of 1.x's services_taxonomy, or an attribute of 3.x that is linked to a service. */
    private static Map<String, String> term(String name, Map<String, String> values) {
        if (name.equals("attribute") && !values.getOrDefault("link_entity", "").equals("service")) {
            return Map.of();
        }
        String term = values.getOrDefault("taxonomy_term_id", values.getOrDefault("taxonomy_id", ""));
        String service = values.getOrDefault("link_id", values.getOrDefault("service_id", ""));
        return term.isEmpty() ? Map.of() : Map.of("term", term, "service_id", service);
    }

    private static Map<String, String> values(Row row, Map<String, String> columns) {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach((column, field) -> {
            String value = row.value(column);
            if (!value.isEmpty() && !field.isEmpty()) {
                values.putIfAbsent(field, value);
            }
        });
        return values;
    }

    /** A column's name as HSDS has it: without its own table's name in front, and without other habits. */
    private static String plain(String column, String table) {
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

    private static String stem(Path file) {
        return Objects.toString(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }

    /** {@code services_at_location}, {@code service_at_locations}: {@code service_at_location}. */
    private static String singular(String name) {
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

    @Override
    public Map<Kind, Long> counts() {
        return counts;
    }

    @Override
    public List<String> notes() {
        return Stream.concat(notes.stream(), maker.notes().stream()).toList();
    }

    @Override
    public void close() throws IOException {
        if (unpacked != null) {
            unpacked.close();
        }
    }
}
