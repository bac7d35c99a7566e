package org.reentryatlas.protect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tables that other programs have protected, with what came out: tau-ARGUS, sdcTable, rtauargus and GaussSuppression. They are not
 * part of this project, so the tests run only where they lie beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
    private static final Path ORACLES = Path.of("../shared/oracles/disclosure");

    private JsonNode expected = new ObjectMapper().createObjectNode();

    @BeforeAll
    void read() throws IOException {
        assumeTrue(Files.isDirectory(ORACLES), "skipped: the tables of other programs are not beside the project");
        expected = new ObjectMapper().readTree(ORACLES.resolve("expected.json").toFile());
    }

    @Test
    void everyLineOfFourByFourHidesTwoNumbersAndOneCanBeWorkedOutAllTheSame() {
        JsonNode oracle = expected.path("sdctable_4x4");
        SumTable table = SumTable.ofTwo(
                texts(oracle.path("rows")), texts(oracle.path("cols")), numbers(oracle.path("values")), null);
        Set<String> hidden = new HashSet<>(texts(oracle.path("suppressed")));
        assertIntervals(table, hidden, oracle.path("lp_intervals_before"));
        assertThat(table.protect(hidden, cell -> 1)).as("one more is enough").hasSize(1);
        hidden.add("x|b");
        assertIntervals(table, hidden, oracle.path("lp_intervals_after_x|b"));
        assertThat(table.protect(hidden, cell -> 1)).isEmpty();
    }

    @Test
    void twoGeographiesThatAreSafeAloneGiveANumberAwayTogether() {
        JsonNode oracle = expected.path("linked_geographies");
        List<String> layers = List.of("county-1", "county-2", "small", "BIG");
        Set<String> primary = new LinkedHashSet<>(texts(oracle.path("primary (freq<=3)")));
        for (List<String> alone : List.of(layers.subList(0, 2), layers.subList(2, 4))) {
            assertThat(geographies(oracle, alone).protect(primary, cell -> 1)).isEmpty();
        }
        SumTable together = geographies(oracle, layers);
        assertIntervals(together, primary, oracle.path("lp").path("N published"));
        assertThat(together.protect(primary, cell -> 1)).containsExactly("N");
        primary.add("N");
        assertIntervals(together, primary, oracle.path("lp").path("N suppressed"));
    }

    private static SumTable geographies(JsonNode oracle, List<String> layers) {
        SumTable.Builder table = SumTable.builder();
        oracle.path("atoms").properties().forEach(atom -> {
            table.atom(atom.getKey(), atom.getValue().asInt());
            table.cell(atom.getKey(), atom.getValue().asInt(), List.of(atom.getKey()));
        });
        // Sums are published whatever happens: their cost is out of reach.
        layers.forEach(layer -> table.cell(layer, 1_000, texts(oracle.path(layer))));
        return table.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkTauArgus_ex1", "rtauargus_ex1"})
    void theCheapestCellsAreThoseOfTauArgus(String name) {
        JsonNode oracle = expected.path(name);
        List<String> rows = new ArrayList<>();
        oracle.path("table").properties().forEach(row -> rows.add(row.getKey()));
        SumTable table =
                SumTable.ofTwo(rows, texts(oracle.path("cols")), numbers(oracle.path("table")), number -> number);
        Set<String> primary = new LinkedHashSet<>(texts(oracle.path("primary")));
        JsonNode margin = oracle.path("LPL=UPL");
        Set<String> secondary = table.protect(
                primary, cell -> margin.isInt() ? margin.asInt() : (int) Math.ceil(0.1 * table.value(cell)));
        JsonNode optimum = oracle.path("expected_secondary_OPT").isMissingNode()
                ? oracle.path("expected_secondary")
                : oracle.path("expected_secondary_OPT");
        assertThat(secondary).containsExactlyInAnyOrderElementsOf(texts(optimum));
        Set<String> pattern = new HashSet<>(secondary);
        pattern.addAll(primary);
        assertThat(table.cost(pattern)).isEqualTo(oracle.path("cost_of_pattern").asDouble());
    }

    @Test
    void theIntervalsOfZ1AreThoseOfGaussSuppression() throws IOException {
        List<Map<String, String>> rows = rows("gausssuppression/expected_z1_maxN3_intervals.csv");
        List<String> regions = inner(rows, "region");
        List<String> kinds = inner(rows, "hovedint");
        int[][] numbers = new int[regions.size()][kinds.size()];
        Set<String> primary = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        List<Integer> places = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String cell = row.get("region") + "|" + row.get("hovedint");
            if (!cell.contains("Total")) {
                numbers[regions.indexOf(row.get("region"))][kinds.indexOf(row.get("hovedint"))] = number(row, "ant");
            }
            if (is(row, "suppressed")) {
                hidden.add(cell);
                places.add(rows.indexOf(row) + 1);
            }
            if (is(row, "primary")) {
                primary.add(cell);
            }
        }
        SumTable table = SumTable.ofTwo(regions, kinds, numbers, number -> number);
        assertThat(places).isEqualTo(ints(expected.path("gausssuppression_z1").path("suppressed_rows_1based")));
        assertThat(primary).hasSize(3);
        rows.stream()
                .filter(row -> is(row, "primary"))
                .forEach(row -> assertThat(table.interval(row.get("region") + "|" + row.get("hovedint"), hidden))
                        .containsExactly(number(row, "lo"), number(row, "up")));
        assertThat(table.cost(table.protect(primary, cell -> 1)))
                .isLessThanOrEqualTo(table.cost(hidden) - table.cost(primary));
    }

    @Test
    void linkedTablesNeedNoMoreHiddenThanInGaussSuppression() throws IOException {
        List<Map<String, String>> people = rows("gausssuppression/linked_example.csv");
        List<Map<String, String>> cells = rows("gausssuppression/expected_linked_example_global.csv");
        SumTable.Builder builder = SumTable.builder();
        people.forEach(row -> builder.atom("row " + people.indexOf(row), number(row, "freq")));
        Set<String> primary = new LinkedHashSet<>();
        Set<String> hidden = new LinkedHashSet<>();
        for (Map<String, String> cell : cells) {
            String name = "cell " + cells.indexOf(cell);
            List<String> of = people.stream()
                    .filter(row -> Stream.of("age", "eu", "year", "geo").allMatch(key -> isIn(row, cell, key)))
                    .map(row -> "row " + people.indexOf(row))
                    .toList();
            builder.cell(name, 1, of);
            if (is(cell, "primary")) {
                primary.add(name);
            }
            if (is(cell, "suppressed")) {
                hidden.add(name);
            }
        }
        SumTable table = builder.build();
        cells.forEach(
                cell -> assertThat(table.value("cell " + cells.indexOf(cell))).isEqualTo(number(cell, "freq")));
        for (String cell : primary) {
            List<Integer> interval = table.interval(cell, hidden);
            assertThat(interval.get(0)).as(cell).isLessThan(interval.get(1));
        }
        assertThat(table.protect(primary, cell -> 1)).hasSizeLessThanOrEqualTo(hidden.size() - primary.size());
    }

    private static boolean isIn(Map<String, String> row, Map<String, String> cell, String key) {
        return "Total".equals(cell.get(key)) || Objects.equals(row.get(key), cell.get(key));
    }

    private static List<Map<String, String>> rows(String name) throws IOException {
        try (var records = CsvReader.builder().ofNamedCsvRecord(ORACLES.resolve(name))) {
            return records.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
        }
    }

    private static List<String> inner(List<Map<String, String>> rows, String key) {
        return rows.stream()
                .map(row -> row.getOrDefault(key, ""))
                .filter(value -> !value.equals("Total"))
                .distinct()
                .toList();
    }

    private static boolean is(Map<String, String> row, String key) {
        return "TRUE".equals(row.get(key));
    }

    private static int number(Map<String, String> row, String key) {
        return Integer.parseInt(row.getOrDefault(key, ""));
    }

    private static void assertIntervals(SumTable table, Set<String> hidden, JsonNode intervals) {
        assertThat(intervals.size()).isPositive();
        intervals
                .properties()
                .forEach(interval -> assertThat(table.interval(interval.getKey(), hidden))
                        .as(interval.getKey())
                        .isEqualTo(ints(interval.getValue())));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<Integer> ints(JsonNode array) {
        List<Integer> ints = new ArrayList<>();
        array.forEach(number -> ints.add(number.asInt()));
        return ints;
    }

    private static int[][] numbers(JsonNode rows) {
        List<int[]> numbers = new ArrayList<>();
        rows.forEach(row ->
                numbers.add(ints(row).stream().mapToInt(Integer::intValue).toArray()));
        return numbers.toArray(int[][]::new);
    }
}
