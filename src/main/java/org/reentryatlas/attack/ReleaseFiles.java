package org.reentryatlas.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reentryatlas.protect.Policy;

/**
 * A release as anybody downloads it.
 *
 * @param release its id
 * @param jointWith the earlier releases of its date that it was protected together with
 * @param policy the rules that it names
 * @param atoms rows of atoms.csv by column: the areas that share a piece of ground, by level, and by set where only a release
 *     that it was protected together with has it
 * @param areas rows of areas.csv by column
 * @param cells rows of cells.csv by column; releases of older programs have no column {@code earlier}
 * @param bandWidths how many counts share one number, by measure; only of those that are published as bands
 */
public record ReleaseFiles(
        String release,
        List<ReleaseFiles> jointWith,
        Policy policy,
        List<Map<String, String>> atoms,
        List<Map<String, String>> areas,
        List<Map<String, String>> cells,
        Map<String, Integer> bandWidths) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An id says its date, and that it leads nowhere else than beside the files that name it. */
    private static final Pattern ID = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.[1-9]\\d{0,8}");

    public ReleaseFiles {
        jointWith = List.copyOf(jointWith);
        atoms = List.copyOf(atoms);
        areas = List.copyOf(areas);
        cells = List.copyOf(cells);
        bandWidths = Map.copyOf(bandWidths);
    }

    /**
     * Reads the files of a release, and those of the releases that it was protected together with.
     *
     * @throws UnreadableReleaseException naming the file that cannot be had or read
     */
    public static ReleaseFiles from(FileSource source) {
        JsonNode summary = json(source.text("release.json"));
        return read(summary, siblings(summary, source), source);
    }

    /** What is found beside the files must be what they speak of: the same day, the same rules. */
    private static List<ReleaseFiles> siblings(JsonNode summary, FileSource source) {
        List<ReleaseFiles> siblings = new ArrayList<>();
        for (JsonNode each : summary.path("joint_with")) {
            String id = each.asText();
            if (!date(id).equals(date(text(summary, "release")))) {
                throw new UnreadableReleaseException("release.json names a release of another day: " + id);
            }
            siblings.add(sibling(id, summary, source));
        }
        return siblings;
    }

    private static ReleaseFiles sibling(String id, JsonNode summary, FileSource source) {
        try {
            FileSource place = source.sibling(id);
            JsonNode other = json(place.text("release.json"));
            if (!text(other, "release").equals(id)) {
                throw new UnreadableReleaseException("its release.json is that of " + text(other, "release"));
            }
            if (!policy(other.path("policy")).equals(policy(summary.path("policy")))) {
                throw new UnreadableReleaseException("its rules are other ones");
            }
            return read(other, List.of(), place);
        } catch (UnreadableReleaseException e) {
            throw new UnreadableReleaseException(
                    "the release was protected together with %s, which must lie beside it: %s"
                            .formatted(id, e.getMessage()),
                    e);
        }
    }

    private static String date(String id) {
        Matcher matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new UnreadableReleaseException("release.json names a release that cannot be one: " + id);
        }
        return matcher.group(1);
    }

    private static ReleaseFiles read(JsonNode summary, List<ReleaseFiles> jointWith, FileSource source) {
        return new ReleaseFiles(
                text(summary, "release"),
                jointWith,
                policy(summary.path("policy")),
                rows(source, "atoms.csv", "atom"),
                rows(source, "areas.csv", "level", "area_key", "parent_level", "parent_key"),
                rows(source, "cells.csv", "measure", "level", "area_key", "status", "value"),
                bandWidths(summary));
    }

    /** How many counts share one number of a measure, if it is published as bands. */
    OptionalInt bandWidth(String measure) {
        Integer width = bandWidths.get(measure);
        return width == null ? OptionalInt.empty() : OptionalInt.of(width);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UnreadableReleaseException("release.json is not JSON", e);
        }
    }

    /** Releases of older programs have no bands. */
    private static Map<String, Integer> bandWidths(JsonNode summary) {
        Map<String, Integer> widths = new HashMap<>();
        for (JsonNode measure : summary.path("measures")) {
            if (measure.hasNonNull("band_width")) {
                widths.put(text(measure, "code"), number(measure, "band_width"));
            }
        }
        return widths;
    }

    private static Policy policy(JsonNode rules) {
        try {
            return new Policy(
                    number(rules, "k"),
                    number(rules, "rounding_base"),
                    number(rules, "min_addresses"),
                    // Releases of older programs name none.
                    rules.path("known_members").asInt(0));
        } catch (IllegalArgumentException e) {
            throw new UnreadableReleaseException("release.json: " + e.getMessage(), e);
        }
    }

    private static int number(JsonNode object, String field) {
        if (!object.path(field).isInt()) {
            throw new UnreadableReleaseException("release.json has no number " + field);
        }
        return object.path(field).intValue();
    }

    private static String text(JsonNode object, String field) {
        if (!object.path(field).isTextual()) {
            throw new UnreadableReleaseException("release.json has no " + field);
        }
        return object.path(field).textValue();
    }

    private static List<Map<String, String>> rows(FileSource source, String name, String... columns) {
        String text = source.text(name);
        List<Map<String, String>> rows;
        try (var records = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows = records.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        } catch (CsvParseException | IOException e) {
            throw new UnreadableReleaseException(name + " is not CSV", e);
        }
        for (String column : columns) {
            if (!rows.stream().allMatch(row -> row.containsKey(column))) {
                throw new UnreadableReleaseException("%s has no column %s in some row".formatted(name, column));
            }
        }
        return rows;
    }

    /** A field of a column that was made sure of. */
    static String field(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
