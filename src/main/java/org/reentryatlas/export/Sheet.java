package org.reentryatlas.export;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of a workbook.
 *
 * @param name as its tab shows it, at most 31 characters
 * @param rows below the head, each with a value for each column: a text, a number, a day, a truth, or null for nothing. They are asked
 *     for once, one after the other
 * @param isProse whether its last column has sentences, and is as wide as they need
 */
public record Sheet(
        String name, List<String> head, Iterable<? extends List<? extends @Nullable Object>> rows, boolean isProse) {
    public Sheet {
        head = List.copyOf(head);
    }

    /** One of short values. */
    public Sheet(String name, List<String> head, List<List<Object>> rows) {
        this(name, head, rows, false);
    }

    /** Rows that are made when they are written, since there may be more of them than should lie in memory twice. */
    static <T> Iterable<T> made(int size, IntFunction<T> row) {
        return () -> IntStream.range(0, size).mapToObj(row).iterator();
    }
}
