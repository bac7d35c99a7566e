package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Opens every file of a folder of real downloads, which lies outside of the project and is not everywhere. Each is read
 * to its end or refused with a reason.
 */
class SharedFilesTest {
    private static final Path FOLDER = Path.of("../shared/geodata");
    private static final Set<String> OTHER_ENDINGS =
            Set.of("md", "py", "xml", "raw", "yaml", "shx", "dbf", "prj", "cpg");

    static Stream<Path> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of();
        }
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(path -> !OTHER_ENDINGS.contains(Format.ending(path)))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Test
    void opensOrRefusesEveryFile() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "the folder of downloads is not here");
        List<String> lines = new ArrayList<>();
        for (Path file : files().toList()) {
            lines.add(line(file));
        }
        Files.write(Path.of("target/shared-files.txt"), lines);
        assertThat(lines).isNotEmpty();
    }

    private static String line(Path file) throws IOException {
        String name = FOLDER.relativize(file).toString();
        try {
            Table table = Table.open(file, ReadOptions.FOUND);
            long[] counts = new long[4];
            table.forEach(row -> {
                counts[0]++;
                counts[1] += row.geometry() == null ? 0 : 1;
                counts[2] += row.geometryFault() == null ? 0 : 1;
                counts[3] += row.fault() == null ? 0 : 1;
            });
            return "%s | %s | rows %d | geometries %d | unreadable %d | faulty %d | %s | %s"
                    .formatted(
                            name,
                            Format.of(file),
                            counts[0],
                            counts[1],
                            counts[2],
                            counts[3],
                            table.declaredCrs().orElse("-"),
                            table.notes());
        } catch (TableException e) {
            return name + " | refused: " + String.valueOf(e.getMessage()).replace(file.toString(), "FILE");
        }
    }
}
