package org.reentryatlas.export;

import java.util.List;

/**
 * A sheet of a workbook.
 *
 * @param name as its tab shows it, at most 31 characters
 * @param rows below the head, each with a value for each column: a text, a number, a day or a truth
 */
public record Sheet(String name, List<String> head, List<List<Object>> rows) {
    public Sheet {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }
}
