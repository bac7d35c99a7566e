package org.reentryatlas.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;

/** Belo Horizonte in 898 hexagons, with 748,437 travel times: the example of the R package {@code accessibility}. */
final class Bho {
    static final Path ORACLES = Path.of("../shared/oracles/access");
    private static final Path FOLDER = ORACLES.resolve("ipea-accessibility-bho");

    /** One time has a tenth of a minute. */
    static final int MINUTE = 60;

    final CostTable seconds;
    final double[] people;
    final double[] jobs;
    final double[] schools;
    private final List<NamedCsvRecord> cells;
    private final Map<String, NamedCsvRecord> expected = new HashMap<>();

    Bho() throws IOException {
        cells = read(FOLDER.resolve("land_use_data.csv"));
        read(FOLDER.resolve("expected_measures.csv")).forEach(row -> expected.put(row.getField("id"), row));
        people = ofCells(cell -> Double.parseDouble(cell.getField("population")));
        jobs = ofCells(cell -> Double.parseDouble(cell.getField("jobs")));
        schools = ofCells(cell -> Double.parseDouble(cell.getField("schools")));
        seconds = seconds();
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (var records = CsvReader.builder().ofNamedCsvRecord(file)) {
            return records.stream().toList();
        }
    }

    private CostTable seconds() throws IOException {
        Map<String, Integer> places = new HashMap<>();
        cells.forEach(cell -> places.put(cell.getField("id"), places.size()));
        CostTable.Builder table = CostTable.builder(cells.size(), cells.size());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FOLDER.resolve("travel_matrix.csv.gz"))),
                StandardCharsets.UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",", -1);
                table.add(places.getOrDefault(fields[0], -1), places.getOrDefault(fields[1], -1), (int)
                        Math.round(MINUTE * Double.parseDouble(fields[2])));
            }
        }
        return table.build();
    }

    /** Income of each person in a cell; 0 where nobody lives. */
    double[] incomes() {
        double[] incomes = ofCells(cell -> number(cell.getField("income_per_capita")));
        return Arrays.stream(incomes)
                .map(income -> Double.isNaN(income) ? 0 : income)
                .toArray();
    }

    /** A measure that the package has worked out; NaN where it has no number, infinite where nothing is reached. */
    double[] expected(String measure) {
        return ofCells(cell -> number(row(cell.getField("id")).getField(measure)));
    }

    private static double number(String text) {
        return switch (text) {
            case "", "NA", "NaN" -> Double.NaN;
            case "Inf" -> Double.POSITIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private NamedCsvRecord row(String id) {
        NamedCsvRecord row = expected.get(id);
        if (row == null) {
            throw new IllegalStateException("nothing is expected of " + id);
        }
        return row;
    }

    private double[] ofCells(ToDoubleFunction<NamedCsvRecord> value) {
        return cells.stream().mapToDouble(value).toArray();
    }
}
