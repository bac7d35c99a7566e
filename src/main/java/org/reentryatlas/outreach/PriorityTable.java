package org.reentryatlas.outreach;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.upkeep.Conditions;

/** Where a clean-up is needed most, as CSV (RFC 4180) with a header: each value, and how many points of the score it makes. */
final class PriorityTable {
    private PriorityTable() {}

    static String ofAreas(Urgency<Conditions.Area> urgency) {
        List<List<String>> rows = new ArrayList<>();
        for (Urgency.Row<Conditions.Area> row : urgency.rows()) {
            Conditions.Area area = row.place();
            rows.add(line(row, area.key(), area.name(), metres(area.figures().streetKm())));
        }
        return write(header("per_km", "key", "name", "street_km"), rows);
    }

    static String ofFaces(List<Urgency.Row<Conditions.BlockFace>> faces) {
        List<List<String>> rows = new ArrayList<>();
        for (Urgency.Row<Conditions.BlockFace> row : faces) {
            Conditions.BlockFace face = row.place();
            rows.add(line(
                    row,
                    String.valueOf(face.segmentId()),
                    face.side(),
                    face.street(),
                    whole(face.lowest()),
                    whole(face.highest())));
        }
        return write(header("requests", "block", "side", "street", "lowest", "highest"), rows);
    }

    private static List<String> header(String unit, String... place) {
        List<String> header = new ArrayList<>(List.of("rank", "score"));
        header.addAll(List.of(place));
        for (UrgencyPart part : UrgencyPart.values()) {
            header.add(
                    switch (part) {
                        case APPEARANCE -> part.code();
                        case LAST_CLEAN_UP -> "days_since_" + part.code();
                        default -> part.code() + "_" + unit;
                    });
        }
        UrgencyPart.codes().forEach(code -> header.add(code + "_points"));
        return header;
    }

    private static List<String> line(Urgency.Row<?> row, String... place) {
        List<String> line = new ArrayList<>();
        line.add(String.valueOf(row.ranked().rank()));
        line.add(number(row.ranked().score()));
        line.addAll(List.of(place));
        row.values().forEach(value -> line.add(value.isNaN() ? "" : number(value)));
        row.ranked().points().forEach(points -> line.add(String.format(Locale.ROOT, "%.4f", points)));
        return line;
    }

    private static String metres(double kilometres) {
        return String.format(Locale.ROOT, "%.3f", kilometres);
    }

    private static String whole(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** As it is, without an exponent and without a point behind which there is nothing. */
    static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** A table with a header, its lines ended by one character. */
    static String write(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
