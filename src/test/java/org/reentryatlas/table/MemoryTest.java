package org.reentryatlas.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Program;

import static org.assertj.core.api.Assertions.assertThat;

/** Files far larger than the memory of the process that reads them. */
class MemoryTest {
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    Path directory;

    private String readWithLittleMemory(Path file) throws IOException, InterruptedException {
        Program run = Program.run(
                directory,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadAll.class.getName(),
                file.toString());
        assertThat(run.exitCode()).as(run.output()).isZero();
        return run.output();
    }

    /** Starts with the text and goes on with zero bytes, which a sparse file need not store. */
    private Path huge(String name, String start) throws IOException {
        Path file = Files.writeString(directory.resolve(name), start);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(GIGABYTE);
        }
        return file;
    }

    @Test
    void aFieldOfAGigabyteIsANamedFault() throws Exception {
        assertThat(readWithLittleMemory(huge("field.csv", "id,name\n1,a\n2,")))
                .contains("row 2 is too long")
                .contains("1 rows");
        assertThat(readWithLittleMemory(huge("quoted.csv", "id,name\n1,\""))).contains("row 1 is too long");
        assertThat(readWithLittleMemory(huge("string.geojson", "{\"type\":\"Feature\",\"properties\":{\"a\":\"")))
                .contains("it is not JSON");
    }

    @Test
    void manyRowsNeedNoMoreMemoryThanFew() throws Exception {
        Path file = directory.resolve("rows.csv");
        int rows = 2_000_000;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("record_id,lon,lat\n");
            for (int row = 0; row < rows; row++) {
                out.write(row + ",-105.0912345,43.5012345,padding that makes the file larger than the memory\n");
            }
        }
        assertThat(Files.size(file)).isGreaterThan(64L << 20);
        assertThat(readWithLittleMemory(file)).contains(rows + " rows");
    }
}
