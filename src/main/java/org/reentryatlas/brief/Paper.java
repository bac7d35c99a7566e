package org.reentryatlas.brief;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.reentryatlas.http.ProblemException;

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

    /**
     * The paper that a request names.
     *
     * @throws ProblemException if nothing is printed on it
     */
    static Paper require(String name) {
        return named(name)
                .orElseThrow(() -> ProblemException.badRequest(
                        "PAPER_UNKNOWN",
                        "Parameter 'paper' names a paper on which nothing is printed.",
                        "Leave it out, or paper=letter or paper=a4."));
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
