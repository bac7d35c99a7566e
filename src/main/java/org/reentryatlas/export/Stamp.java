package org.reentryatlas.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Under which licence a file leaves and to whom: what stands in it before what every file says. Numbers stay as they were published.
 *
 * @param lines in their order
 */
public record Stamp(List<Line> lines) {
    /** The file that says it beside those whose format has no place for it. */
    public static final String FILE = "LICENCE.txt";

    public Stamp {
        lines = List.copyOf(lines);
    }

    /**
     * One of the things that it says.
     *
     * @param name for programs
     * @param title for people
     */
    public record Line(String name, String title, String text) {}

    /** That of a name; empty where there is none. */
    public String text(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .map(Line::text)
                .findFirst()
                .orElse("");
    }

    /**
     * As a text that lies beside files.
     *
     * @param files each with its SHA-256, as {@code sha256sum} writes it
     */
    public byte[] beside(List<String> files) {
        return (lines.stream()
                                .map(line -> line.title() + ": " + line.text() + "\n\n")
                                .collect(Collectors.joining())
                        + "It holds for these files, also for those whose format has no place for it (SHA-256 and name):\n\n"
                        + String.join("\n", files) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
