package org.reentryatlas.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a file holds which field of ours: as the user maps it, else by a name that is commonly used for it.
 */
final class Columns {
    private final Map<String, String> columnByField;
    private final List<String> unused;

    private Columns(Map<String, String> columnByField, List<String> unused) {
        this.columnByField = columnByField;
        this.unused = unused;
    }

    /**
     * Finds the columns.
     *
     * @param synonyms our fields, each with the names that files use for it; case, blanks and punctuation do not count
     * @param mapping column by field, from the user
     * @throws LoadRefusedException if the mapping names an unknown field or column, or a required field has no column
     */
    static Columns find(
            Path file,
            List<String> columns,
            Map<String, List<String>> synonyms,
            Set<String> required,
            Map<String, String> mapping) {
        Map<String, String> found = new LinkedHashMap<>();
        requireKnown(file, columns, synonyms, mapping);
        found.putAll(mapping);
        Map<String, String> byPlainName = new HashMap<>();
        Map<String, String> twins = new HashMap<>();
        for (String column : columns) {
            String other = byPlainName.putIfAbsent(plain(column), column);
            if (other != null) {
                twins.put(other, column);
            }
        }
        synonyms.forEach((field, names) -> {
            List<String> candidates = new ArrayList<>(List.of(field));
            candidates.addAll(names);
            candidates.stream()
                    .map(name -> byPlainName.get(plain(name)))
                    .filter(column -> column != null)
                    .findFirst()
                    .ifPresent(column -> found.putIfAbsent(field, column));
        });
        found.forEach((field, column) -> {
            if (twins.containsKey(column) && !mapping.containsKey(field)) {
                throw new LoadRefusedException(
                        "%s: columns '%s' and '%s' could both be the field '%s'; choose one with --map %s=COLUMN"
                                .formatted(file, column, twins.get(column), field, field));
            }
        });
        for (String field : required) {
            if (!found.containsKey(field)) {
                throw new LoadRefusedException(
                        "%s: no column for the field '%s'; the file has: %s; name it with --map %s=COLUMN or the option of that name"
                                .formatted(file, field, String.join(", ", columns), field));
            }
        }
        Set<String> used = new HashSet<>(found.values());
        return new Columns(
                found, columns.stream().filter(column -> !used.contains(column)).toList());
    }

    /** The column of the field; a name that no file has when there is none, so that its value reads as empty. */
    String of(String field) {
        return columnByField.getOrDefault(field, "");
    }

    /** The field that a column holds; the column itself where it holds none. */
    String fieldOf(String column) {
        return columnByField.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(column);
    }

    boolean has(String field) {
        return columnByField.containsKey(field);
    }

    /** The columns that no field uses. */
    List<String> unused() {
        return unused;
    }

    /** A name without case, blanks and punctuation. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void requireKnown(
            Path file, List<String> columns, Map<String, List<String>> synonyms, Map<String, String> mapping) {
        mapping.forEach((field, column) -> {
            if (!synonyms.containsKey(field)) {
                throw new LoadRefusedException("--map %s=%s: there is no field '%s'; the fields are: %s"
                        .formatted(field, column, field, String.join(", ", synonyms.keySet())));
            }
            if (!columns.contains(column)) {
                throw new LoadRefusedException("%s: field '%s' = column '%s': the file has no column '%s'; it has: %s"
                        .formatted(file, field, column, column, String.join(", ", columns)));
            }
        });
    }
}
