package org.reentryatlas.hsds;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.reentryatlas.table.ReadOptions;
import org.reentryatlas.table.Table;
import org.reentryatlas.table.TableException;

/**
 * The files of a folder that are HSDS tables.
 *
 * @param byName the files by the name of their table in the singular
 * @param notes what the owner should know of how they were found
 */
record TableFiles(Map<String, Path> byName, List<String> notes) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Finds them; none if the folder does not hold a directory.
     *
     * @throws TableException if a table lacks a column without which its rows have no name
     */
    static Optional<TableFiles> find(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, 3)) {
            all.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".csv"))
                    .forEach(path -> files.put(TableNames.singular(stem(path)), path));
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
        List<String> others = files.keySet().stream()
                .filter(table -> TableNames.kind(table) == null)
                .toList();
        if (!others.isEmpty()) {
            notes.add("files that are not read, since nothing of them is on the map: " + String.join(", ", others));
        }
        return Optional.of(new TableFiles(files, notes));
    }

    /** The edition that the names of the tables belong to. */
    String edition() {
        return byName.keySet().stream().anyMatch(TableNames::isOlder) ? "1.x" : "3.x";
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
                String name = TableNames.singular(resource.path("name").asText(""));
                if (path.startsWith(folder.normalize()) && Files.isRegularFile(path) && TableNames.kind(name) != null) {
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
                .map(column -> TableNames.column(column, kind))
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

    private static String stem(Path file) {
        return Objects.toString(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
