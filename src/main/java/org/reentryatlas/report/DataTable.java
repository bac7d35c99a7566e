package org.reentryatlas.report;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption whose first column names the row; the others are numbers, unless said otherwise. */
final class DataTable {
    private static final int MOST_NARROW = 4;

    private final String caption;
    private final List<String> columns;
    private final List<Element> rows = new ArrayList<>();
    private final List<Element> totals = new ArrayList<>();
    private String kind = "number";

    DataTable(String caption, String... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    /** The other columns hold words. */
    DataTable ofWords() {
        kind = "words";
        return this;
    }

    void row(String head, String... cells) {
        rows.add(line(head, cells));
    }

    void total(String head, String... cells) {
        totals.add(line(head, cells));
    }

    Element element() {
        Element head = Element.of("tr");
        for (int i = 0; i < columns.size(); i++) {
            Element cell = Element.of("th", columns.get(i)).with("scope", "col");
            head.add(i == 0 ? cell : cell.with("class", kind));
        }
        Element table = (columns.size() > MOST_NARROW ? Element.of("table").with("class", "wide") : Element.of("table"))
                .add(Element.of("caption", caption), Element.of("thead").add(head))
                .add(Element.of("tbody").add(rows));
        return totals.isEmpty() ? table : table.add(Element.of("tfoot").add(totals));
    }

    private Element line(String head, String... cells) {
        if (cells.length + 1 != columns.size()) {
            throw new IllegalArgumentException("the row " + head + " has not as many cells as the table has columns");
        }
        Element row = Element.of("tr").add(Element.of("th", head).with("scope", "row"));
        for (String cell : cells) {
            row.add(Element.of("td", cell).with("class", kind));
        }
        return row;
    }
}
