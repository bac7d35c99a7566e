package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.reentryatlas.geo.Shape;

/** Reads any bytes as a file of some ending, and checks what holds of every table. */
final class FuzzFiles {
    private FuzzFiles() {}

    static Path write(byte[] data, String ending) throws IOException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        return Files.write(directory.resolve("fuzz-" + ProcessHandle.current().pid() + ending), data);
    }

    static void read(byte[] data, String ending) throws IOException {
        Path file = write(data, ending);
        try {
            Table table = Table.open(file, ReadOptions.FOUND);
            long[] last = {0};
            table.forEach(row -> {
                if (row.number() != ++last[0]) {
                    throw new AssertionError("row " + row.number() + " follows row " + (last[0] - 1));
                }
                if (row.geometry() != null && row.geometryFault() != null) {
                    throw new AssertionError("a geometry with a fault");
                }
                if (row.mendedGeometry() != null && row.geometryFault() == null) {
                    throw new AssertionError("mended without a fault");
                }
                Stream.of(row.geometry(), row.mendedGeometry())
                        .filter(Objects::nonNull)
                        .forEach(Shape::areaFault);
                row.fault();
                table.columns().forEach(row::value);
            });
        } catch (TableException e) {
            if (String.valueOf(e.getMessage()).length() > 2_000) {
                throw new AssertionError("an endless message", e);
            }
        }
    }
}
