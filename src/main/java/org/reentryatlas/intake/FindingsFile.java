package org.reentryatlas.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Finding;
import org.reentryatlas.boundary.IncomingStore;

/** Writes all that was found in a boundary file for its owner: as JSON where the name ends so, else as CSV. */
final class FindingsFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FindingsFile() {}

    static void write(Path file, IncomingStore incoming) {
        try {
            if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
                writeJson(file, incoming);
            } else {
                writeCsv(file, incoming);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new LoadRefusedException("the report cannot be written to " + file + ": " + e.getMessage()
                    + "; name another place with --report");
        }
    }

    private static void writeCsv(Path file, IncomingStore incoming) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(fields(NO_FINDING).keySet());
            incoming.forEachFinding(
                    Long.MAX_VALUE,
                    finding -> csv.writeRecord(fields(finding).values().stream()
                            .map(value -> value == null ? "" : value.toString())
                            .toList()));
        }
    }

    private static void writeJson(Path file, IncomingStore incoming) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(Files.newBufferedWriter(file))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            incoming.forEachFinding(Long.MAX_VALUE, finding -> {
                try {
                    json.writePOJO(fields(finding));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            json.writeEndArray();
        }
    }

    private static final Finding NO_FINDING =
            new Finding(Finding.Verdict.NOTED, "", null, "", "", "", null, null, null, null, "");

    private static Map<String, @Nullable Object> fields(Finding finding) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
        fields.put("kind", finding.kind());
        fields.put("row", finding.row());
        fields.put("field", finding.field());
        fields.put("key", finding.key());
        fields.put("other_key", finding.otherKey());
        fields.put("square_metres", rounded(finding.squareMetres(), 2));
        fields.put("width_metres", rounded(finding.widthMetres(), 3));
        fields.put("longitude", rounded(finding.longitude(), 7));
        fields.put("latitude", rounded(finding.latitude(), 7));
        fields.put("detail", finding.detail());
        return fields;
    }

    private static @Nullable Double rounded(@Nullable Double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return value == null ? null : Math.rint(value * scale) / scale;
    }
}
