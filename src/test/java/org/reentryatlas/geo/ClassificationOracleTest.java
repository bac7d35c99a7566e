package org.reentryatlas.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.reentryatlas.geo.Classification.Method;
import org.reentryatlas.geo.Classification.Range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The classes that PySAL's mapclassify makes of 58 densities. They are not part of this project, so the tests run only where they
 * lie beside it. Classes there end at a limit; ours end at a value that occurs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassificationOracleTest {
    private static final Path ORACLE = Path.of("../shared/oracles/access/mapclassify");
    private static final int CLASSES = 5;

    private JsonNode expected = new ObjectMapper().createObjectNode();
    private double[] densities = {};

    @BeforeAll
    void read() throws IOException {
        assumeTrue(Files.isDirectory(ORACLE), "skipped: the classes of another program are not beside the project");
        expected = new ObjectMapper().readTree(ORACLE.resolve("expected.json").toFile());
        try (var records = CsvReader.builder().ofCsvRecord(ORACLE.resolve("calempdensity.csv"))) {
            densities = records.stream()
                    .skip(1)
                    .mapToDouble(record -> Double.parseDouble(record.getField(record.getFieldCount() - 1)))
                    .toArray();
        }
        assertThat(densities).hasSize(58);
    }

    @Test
    void naturalBreaksAreThoseOfFisherAndJenks() {
        JsonNode oracle = expected.path("FisherJenks k=5");
        List<Range> classes = Classification.of(densities, Method.JENKS, CLASSES);
        assertThat(classes.stream().map(Range::to)).isEqualTo(numbers(oracle.path("bins")));
        assertThat(counts(classes)).isEqualTo(numbers(oracle.path("counts")));
    }

    /** 58 values do not go into five: which classes have one more is each program's choice, and GeoTools gives it to the first. */
    @Test
    void quantilesAreAsLargeButTheLargerComeFirst() {
        JsonNode oracle = expected.path("Quantiles k=5");
        assertThat(counts(Classification.of(densities, Method.QUANTILE, CLASSES)))
                .isEqualTo(List.of(12.0, 12.0, 12.0, 11.0, 11.0))
                .containsExactlyInAnyOrderElementsOf(numbers(oracle.path("counts")));
    }

    /** Three of the five classes of the same width are empty there, and are not there with us. */
    @Test
    void classesOfTheSameWidthPartTheSameValues() {
        JsonNode oracle = expected.path("EqualInterval k=5");
        List<Range> classes = Classification.of(densities, Method.EQUAL, CLASSES);
        assertThat(counts(classes))
                .isEqualTo(numbers(oracle.path("counts")).stream()
                        .filter(count -> count > 0)
                        .toList());
        double limit = oracle.path("bins").path(0).asDouble();
        assertThat(classes.get(0).to()).isLessThanOrEqualTo(limit);
        assertThat(classes.get(1).from()).isGreaterThan(limit);
    }

    private List<Double> counts(List<Range> classes) {
        return classes.stream()
                .map(range -> (double) Arrays.stream(densities)
                        .filter(value -> range.from() <= value && value <= range.to())
                        .count())
                .toList();
    }

    private static List<Double> numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }
}
