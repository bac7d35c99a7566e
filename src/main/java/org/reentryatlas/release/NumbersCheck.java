package org.reentryatlas.release;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Whether the map and the API, which read rows, show the very numbers that the files hold. */
final class NumbersCheck implements Check {
    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public String run(Handle handle, Scope scope) {
        LedgerStore store = new LedgerStore(handle);
        long cells = 0;
        int releases = 0;
        for (LedgerLink link : store.list()) {
            if (scope.covers(link.releaseId())) {
                cells += check(handle, store, link.releaseId());
                releases++;
            }
        }
        return "%s in the rows of %s are those of cells.csv; rules, boundaries and people on no map those of release.json"
                .formatted(Words.count(cells, "number", "numbers"), Words.count(releases, "release", "releases"));
    }

    private static int check(Handle handle, LedgerStore store, String id) {
        DocumentStore documents = new DocumentStore(handle);
        String where = "release " + id + ", ";
        Map<String, String> rows = new TreeMap<>();
        List<String> columns = Artefacts.cellColumns(FixedJson.read(where, text(store, id, Artefacts.RELEASE))
                .path("format_version")
                .asInt());
        documents.cells(id).forEach(cell -> put(rows, Artefacts.row(cell).subList(0, columns.size())));
        Map<String, String> lines = new TreeMap<>();
        List<List<String>> file = lines(store, id, Artefacts.CELLS, columns);
        file.forEach(line -> put(lines, line));
        Words.same(where + "lines of cells.csv", rows.size(), file.size());
        compare(where + Artefacts.CELLS, rows, lines);

        Map<String, String> areas = new TreeMap<>();
        documents
                .areas(id)
                .forEach(area -> areas.put(
                        area.level() + " " + area.key(), area.name() + ", low hit rate " + area.lowHitRate()));
        Map<String, String> published = new TreeMap<>();
        lines(store, id, Artefacts.AREAS, Artefacts.AREA_COLUMNS)
                .forEach(line -> published.put(
                        line.get(0) + " " + line.get(1),
                        line.get(2) + ", low hit rate " + line.get(Artefacts.AREA_COLUMNS.size() - 1)));
        compare(where + Artefacts.AREAS, areas, published);
        compareRelease(where + Artefacts.RELEASE + ", ", store, documents, id);
        return rows.size();
    }

    private static void compareRelease(String where, LedgerStore store, DocumentStore documents, String id) {
        JsonNode release = FixedJson.read(where, text(store, id, Artefacts.RELEASE));
        Map<String, String> rules =
                store.rules(id).orElseThrow(() -> new CheckFailedException("release " + id + " has no row"));
        rules.forEach((rule, value) -> {
            JsonNode found = release.has(rule)
                    ? release.path(rule)
                    : release.path("policy").path(rule);
            Words.same(where + rule, value, found.isNull() ? "" : found.asText());
        });
        List<String> jointWith = new ArrayList<>();
        release.path("joint_with").forEach(each -> jointWith.add(each.asText()));
        Words.same(where + "joint_with", documents.jointWith(id), jointWith);
        Map<String, String> sets = new TreeMap<>();
        documents.sources(id).forEach(set -> sets.put(set.id(), set.fingerprint()));
        Map<String, String> publishedSets = new TreeMap<>();
        release.path("area_sets")
                .forEach(set -> publishedSets.put(
                        set.path("id").asText(), set.path("fingerprint").asText()));
        compare(where + "area_sets", sets, publishedSets);
        Map<String, String> outcomes = new TreeMap<>();
        documents.notMapped(id).forEach(each -> outcomes.put(each.outcome(), each.status() + " " + each.value()));
        Map<String, String> publishedOutcomes = new TreeMap<>();
        release.path("not_mapped")
                .forEach(each -> publishedOutcomes.put(
                        each.path("outcome").asText(),
                        each.path("status").asText() + " " + each.path("value").asText()));
        compare(where + "not_mapped", outcomes, publishedOutcomes);
    }

    /** Names the first line in which the two differ. */
    private static void compare(String what, Map<String, String> stored, Map<String, String> published) {
        stored.forEach((key, value) -> Words.same(what + ", " + key, value, published.getOrDefault(key, "nothing")));
        published.forEach((key, value) -> Words.same(what + ", " + key, stored.getOrDefault(key, "nothing"), value));
    }

    private static void put(Map<String, String> cells, List<String> row) {
        String earlier = row.size() > 5 && !row.get(5).isEmpty() ? ", earlier " + row.get(5) : "";
        cells.put(String.join(" ", row.subList(0, 3)), String.join(" ", row.subList(3, 5)) + earlier);
    }

    /** The lines below the header, each with a field for every column. */
    private static List<List<String>> lines(LedgerStore store, String id, String name, List<String> columns) {
        List<List<String>> lines = new ArrayList<>();
        try {
            CsvReader.builder().ofCsvRecord(text(store, id, name)).forEach(line -> lines.add(line.getFields()));
        } catch (CsvParseException e) {
            throw new CheckFailedException("release " + id + ", " + name + " is not CSV");
        }
        if (lines.isEmpty() || !lines.get(0).equals(columns)) {
            throw new CheckFailedException("release " + id + ", " + name + " has another header than " + columns);
        }
        for (List<String> line : lines) {
            if (line.size() != columns.size()) {
                throw new CheckFailedException("release " + id + ", " + name + " has the line " + line);
            }
        }
        return lines.subList(1, lines.size());
    }

    private static String text(LedgerStore store, String id, String name) {
        return store.read(id, name)
                .orElseThrow(() -> new CheckFailedException("release " + id + " has no " + name))
                .text();
    }
}
