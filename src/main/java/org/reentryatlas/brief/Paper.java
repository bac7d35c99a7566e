package org.reentryatlas.brief;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sheets that briefs are printed on. */
public enum Paper {
    LETTER("8.5in 11in"),
    A4("210mm 297mm");

    private final String size;

    Paper(String size) {
        this.size = size;
    }

    /** The paper of a name such as {@code letter}. */
    public static Optional<Paper> named(String name) {
        return Arrays.stream(values())
                .filter(paper -> paper.parameter().equals(name))
                .findFirst();
    }

    /** As a query names it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Width and height as a style rule has them. */
    String size() {
        return size;
    }
}
