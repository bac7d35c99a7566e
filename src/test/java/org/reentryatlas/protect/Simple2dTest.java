package org.reentryatlas.protect;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Turnover by size and region, 162 cells, which tau-ARGUS protects at a cost that an optimum cannot exceed. */
class Simple2dTest {
    private static final Path TABLE = Path.of("../shared/oracles/disclosure/tauargus/pp.tab");
    private static final double COST_OF_TAU_ARGUS = 2_524_351;
    private static final int SIZE = 0;
    private static final int REGION = 1;
    private static final int VALUE = 4;
    private static final int STATUS = 8;
    private static final int LOWER = 9;
    private static final int UPPER = 10;

    private final Map<String, List<String>> sizes = new LinkedHashMap<>();
    private final Map<String, List<String>> regions = new LinkedHashMap<>();

    /** The margins are those of the table's file; that a lone contributor knows his own number is not asked for here. */
    @Test
    void everyNumberIsProtectedAtNoMoreThanTauArgusPays() throws IOException {
        assumeTrue(Files.exists(TABLE), "skipped: the tables of other programs are not beside the project");
        List<CsvRecord> rows = read();
        assertThat(rows).hasSize(162);
        SumTable table = table(rows);
        Map<String, Integer> margin = new LinkedHashMap<>();
        rows.stream().filter(row -> row.getField(STATUS).equals("U")).forEach(row -> {
            assertThat(row.getField(LOWER)).isEqualTo(row.getField(UPPER));
            margin.put(name(row), (int) Math.ceil(decimal(row.getField(UPPER))));
        });
        assertThat(margin).hasSize(9);
        Set<String> secondary = table.protect(margin.keySet(), cell -> margin.getOrDefault(cell, 0));
        Set<String> hidden = new LinkedHashSet<>(secondary);
        hidden.addAll(margin.keySet());
        margin.forEach((cell, more) -> {
            List<Integer> interval = table.interval(cell, hidden);
            assertThat(interval.get(0)).as(cell).isLessThanOrEqualTo(table.value(cell) - more);
            assertThat(interval.get(1)).as(cell).isGreaterThanOrEqualTo(table.value(cell) + more);
        });
        assertThat(table.cost(secondary)).isBetween(1.0, COST_OF_TAU_ARGUS);
    }

    private SumTable table(List<CsvRecord> rows) {
        regions.put("Nr", List.of("1", "2", "3"));
        regions.put("Os", List.of("4", "5", "6", "7"));
        regions.put("Ws", List.of("8", "9", "10"));
        regions.put("Zd", List.of("11", "12"));
        for (CsvRecord row : rows) {
            addCode(row.getField(SIZE), sizes);
            addCode(row.getField(REGION), regions);
        }
        SumTable.Builder table = SumTable.builder();
        // What is empty is known to be empty.
        List<CsvRecord> filled =
                rows.stream().filter(row -> !row.getField(STATUS).equals("E")).toList();
        List<CsvRecord> inner =
                filled.stream().filter(row -> atoms(row).size() == 1).toList();
        inner.forEach(row -> table.atom(name(row), value(row.getField(VALUE))));
        Set<String> there = inner.stream().map(Simple2dTest::name).collect(Collectors.toSet());
        for (CsvRecord row : filled) {
            List<String> atoms = atoms(row).stream().filter(there::contains).toList();
            table.cell(name(row), Math.max(1, value(row.getField(VALUE))), atoms);
        }
        SumTable built = table.build();
        filled.forEach(row -> assertThat(built.value(name(row))).as(name(row)).isEqualTo(value(row.getField(VALUE))));
        return built;
    }

    private static List<CsvRecord> read() throws IOException {
        try (var records = CsvReader.builder().fieldSeparator(';').ofCsvRecord(TABLE)) {
            return records.stream().toList();
        }
    }

    /** A code that no other code sums. */
    private static void addCode(String code, Map<String, List<String>> codes) {
        String name = code.strip();
        if (!name.equals("Total")) {
            codes.putIfAbsent(name, List.of(name));
        }
    }

    /** The codes without parts that the row's code sums. */
    private static List<String> leaves(CsvRecord row, int field, Map<String, List<String>> codes) {
        String code = row.getField(field).strip();
        return code.equals("Total")
                ? codes.values().stream().flatMap(List::stream).distinct().toList()
                : codes.getOrDefault(code, List.of());
    }

    private List<String> atoms(CsvRecord row) {
        List<String> atoms = new ArrayList<>();
        for (String size : leaves(row, SIZE, sizes)) {
            leaves(row, REGION, regions).forEach(region -> atoms.add(size + "|" + region));
        }
        return atoms;
    }

    private static String name(CsvRecord row) {
        return row.getField(SIZE).strip() + "|" + row.getField(REGION).strip();
    }

    private static double decimal(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** Whole units: one number alone has a fraction, and so have the sums that it is in. */
    private static int value(String text) {
        return (int) Math.floor(decimal(text));
    }
}
