package org.reentryatlas.export;

import java.util.List;
import java.util.Locale;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/** A layer that is written to files, with what is to be known of it. */
record Export(String id, FeatureTable table, About about) {
    /**
     * A line of the field dictionary.
     *
     * @param values all that it may be, or empty where that is open
     */
    record Field(String name, String title, String type, String description, List<String> values) {
        static Field of(Column column) {
            return new Field(
                    column.name(),
                    column.title(),
                    column.type().name().toLowerCase(Locale.ROOT),
                    column.description(),
                    column.values());
        }

        /** As a line of a table whose columns are {@link #columns}. */
        List<String> line(String first) {
            return List.of(first, name, title, type, description, String.join(Cells.SEPARATOR, values));
        }
    }

    /** The columns of a field dictionary that is a table, with one more before them. */
    static List<String> columns(String first) {
        return List.of(first, "name", "title", "type", "description", "values");
    }

    /** The field dictionary. */
    List<Field> fields() {
        return table.columns().stream().map(Field::of).toList();
    }
}
