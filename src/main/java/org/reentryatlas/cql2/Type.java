package org.reentryatlas.cql2;

/** What the values of a property are. */
public enum Type {
    TEXT("text"),
    /** Counted in double precision, so whole ones are exact up to 2⁵³. */
    NUMBER("number"),
    BOOLEAN("boolean"),
    /** A day of the Gregorian calendar, without a time zone. */
    DATE("date"),
    /** A moment in UTC. */
    TIMESTAMP("timestamp"),
    /** A set of texts: neither order nor repetition counts. */
    TEXTS("array of texts"),
    GEOMETRY("geometry");

    private final String word;

    Type(String word) {
        this.word = word;
    }

    /** What a message calls it. */
    String word() {
        return word;
    }

    String withArticle() {
        return (this == TEXTS ? "an " : "a ") + word;
    }

    boolean isInstant() {
        return this == DATE || this == TIMESTAMP;
    }
}
