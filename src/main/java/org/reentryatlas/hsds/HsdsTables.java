package org.reentryatlas.hsds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Map<String, Path> files;
    private final Archive.@Nullable Unpacked unpacked;
    private final String format;
    private final RecordMaker maker;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<String> notes;
    private long attributesOfOthers;
    private long units;

    private HsdsTables(TableFiles files, Archive.@Nullable Unpacked unpacked, Territory territory) {
        this.files = files.byName();
        this.unpacked = unpacked;
        this.format = "HSDS %s tables in a %s".formatted(files.edition(), unpacked == null ? "folder" : "zip");
        this.maker = new RecordMaker(territory);
        this.notes = new ArrayList<>(files.notes());
    }

    static Optional<HsdsFile> open(Path file, Territory territory) throws IOException {
        Archive.Unpacked unpacked = Files.isDirectory(file) ? null : new Archive(file).unpack();
        try {
            Optional<HsdsFile> found = TableFiles.find(unpacked == null ? file : unpacked.folder())
                    .map(files -> new HsdsTables(files, unpacked, territory));
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

    @Override
    public String format() {
        return format;
    }

    @Override
    public void read(Sink sink) throws IOException {
        for (Map.Entry<String, Path> entry : files.entrySet()) {
            Kind kind = TableNames.kind(entry.getKey());
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
        table.columns().forEach(column -> columns.put(column, TableNames.column(column, name)));
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
