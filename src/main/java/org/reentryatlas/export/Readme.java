package org.reentryatlas.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What lies beside the tables in a zip file. */
final class Readme {
    static final String NAME = "README.txt";

    private Readme() {}

    /**
     * The facts as text.
     *
     * @param contents what else is to be known of the files
     */
    static byte[] of(About about, String contents) {
        StringBuilder text = new StringBuilder();
        about.facts()
                .forEach(fact -> text.append(fact.title())
                        .append(": ")
                        .append(fact.text())
                        .append("\n\n"));
        return text.append(contents).append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A table as CSV. */
    static byte[] csv(List<String> header, List<List<String>> lines) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = Csv.writer(text)) {
            csv.writeRecord(header);
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
