package org.reentryatlas.layer;

import java.util.List;

/**
 * A property that every feature of a layer has.
 *
 * @param values all that it may be, or empty where that is open
 */
public record Column(String name, Type type, String title, String description, List<String> values) {
    /** What its values are; each may be null. */
    public enum Type {
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN,
        DATE,
        /** Several texts: a {@code List<String>}. */
        TEXTS
    }

    public Column {
        values = List.copyOf(values);
    }

    static Column of(String name, Type type, String title, String description) {
        return new Column(name, type, title, description, List.of());
    }
}
