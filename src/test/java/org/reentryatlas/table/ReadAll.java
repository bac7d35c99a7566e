package org.reentryatlas.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a file to its end and says how much it held and how long that took: a program of its own, with its own memory. */
public final class ReadAll {
    private ReadAll() {}

    @SuppressWarnings("SystemOut") // a program of the command line
    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        long[] counts = new long[2];
        try {
            Table table = Table.open(Path.of(arguments[0]), ReadOptions.FOUND);
            table.forEach(row -> {
                counts[0]++;
                counts[1] += row.geometry() == null ? 0 : row.geometry().positions();
            });
        } catch (TableException e) {
            System.out.println(e.getMessage());
        }
        System.out.printf(
                Locale.ROOT,
                "%d rows, %d positions, %d ms%n",
                counts[0],
                counts[1],
                (System.nanoTime() - start) / 1_000_000);
    }
}
