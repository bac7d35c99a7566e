package org.reentryatlas.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.reentryatlas.export.Sheet;

/**
 * A table of the assessment. All its forms are written from it, so that none can say another number.
 *
 * @param key of its title among the words
 * @param notes what to know to read it
 * @param rows each with a value for each column: a number, or a text, which is empty where there is nothing to say
 * @param hasRoom whether there is room beside each row for what people know on the spot
 */
record Section(String key, List<String> notes, List<String> head, List<List<Object>> rows, boolean hasRoom) {
    /** So many rows are on a page; a workbook has all. */
    static final int MOST_ROWS = 50;

    /** What the template takes. */
    Map<String, Object> describe(Words words) {
        List<Map<String, Object>> heads = new ArrayList<>();
        for (int column = 0; column < head.size(); column++) {
            heads.add(Map.of("text", head.get(column), "number", isNumber(column)));
        }
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("id", key);
        section.put("title", words.say(key));
        section.put("notes", notes);
        section.put("heads", heads);
        section.put("hasRoom", hasRoom);
        section.put("hasRows", !rows.isEmpty());
        section.put(
                "rows",
                IntStream.range(0, Math.min(rows.size(), MOST_ROWS))
                        .mapToObj(row -> row(row, words))
                        .toList());
        section.put(
                "more",
                rows.size() > MOST_ROWS
                        ? List.of(words.say("moreRows", words.count(MOST_ROWS), words.count(rows.size())))
                        : List.of());
        return section;
    }

    private Map<String, Object> row(int row, Words words) {
        List<Object> values = rows.get(row);
        List<Map<String, Object>> cells = new ArrayList<>();
        for (int column = 1; column < values.size(); column++) {
            cells.add(Map.of("text", text(values.get(column), words), "number", isNumber(column)));
        }
        String head = text(values.get(0), words);
        return Map.of("head", head, "cells", cells, "place", head + " " + text(values.get(1), words));
    }

    private static String text(Object value, Words words) {
        if (value instanceof Number number) {
            return words.exact(number);
        }
        return value.toString().isEmpty() ? words.say("noFigure") : value.toString();
    }

    /** The cell of a median of minutes, which is empty where it is more than an hour. */
    static Object minutes(OptionalInt minutes, Words words) {
        return minutes.isPresent() ? minutes.getAsInt() : words.say("overAnHour");
    }

    private boolean isNumber(int column) {
        return rows.stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** The same as a sheet of a workbook, with an empty column where there is room for notes. */
    Sheet sheet(Words words) {
        List<String> columns = new ArrayList<>(head);
        if (hasRoom) {
            columns.add(words.say("localNotes"));
        }
        return new Sheet(words.say(key), columns, rows);
    }
}
