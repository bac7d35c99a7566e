package org.reentryatlas.table;

import java.io.IOException;

/** Any bytes as a CSV file: rows in order, or a named fault. */
public final class CsvFuzz {
    private CsvFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        FuzzFiles.read(data, ".csv");
    }
}
