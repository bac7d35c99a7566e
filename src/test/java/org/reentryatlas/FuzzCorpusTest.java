package org.reentryatlas;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs what {@code scripts/fuzz} has kept through the same targets, so that what was mended once stays so. */
class FuzzCorpusTest {
    private static final Path CORPUS = Path.of("src/test/fuzz");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "table.CsvFuzz",
                "table.GeoJsonFuzz",
                "table.ZipFuzz",
                "table.GdalRowFuzz",
                "intake.FieldsFuzz",
                "cql2.TextFuzz",
                "cql2.JsonFuzz",
                "ogc.RegionFuzz"
            })
    void theCorpusRunsWithoutAFault(String target) throws Exception {
        Method run = Class.forName("org.reentryatlas." + target).getMethod("fuzzerTestOneInput", byte[].class);
        List<Path> inputs = inputs(CORPUS.resolve(target));
        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            try {
                run.invoke(null, (Object) Files.readAllBytes(input));
            } catch (InvocationTargetException e) {
                throw new AssertionError(input + " is not read and not refused", e.getCause());
            }
        }
    }

    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
