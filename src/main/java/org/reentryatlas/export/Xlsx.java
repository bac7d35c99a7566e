package org.reentryatlas.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/**
 * A workbook of Office Open XML: what is to be known, the field dictionary, and a sheet for each layer, without geometries.
 * Texts are text cells, whatever they begin with: no formula is ever written.
 */
public final class Xlsx implements Renderer {
    /** What a cell holds at most. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int PROSE_WIDTH = 100;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String CREATED = "(<dcterms:created[^>]*>)[^<]*";

    @Override
    public void write(Export export, Path file) throws IOException {
        write(List.of(export), export.about(), file);
    }

    /** Several layers in one workbook. */
    void write(List<Export> exports, About about, Path file) throws IOException {
        List<Sheet> sheets = new ArrayList<>(List.of(about(about), fields(exports)));
        exports.forEach(export -> sheets.add(layer(export)));
        write(sheets, about.day(), file);
    }

    /**
     * Sheets as they are given, as a workbook.
     *
     * @param day of which it says that it was made, so that the same sheets give the same bytes
     */
    public static byte[] of(List<Sheet> sheets, LocalDate day) {
        try (Scratch scratch = Scratch.open()) {
            Path file = scratch.file("sheets.xlsx");
            write(sheets, day, file);
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a workbook cannot be written", e);
        }
    }

    private static void write(List<Sheet> sheets, LocalDate day, Path file) throws IOException {
        try (Scratch scratch = Scratch.open()) {
            Path stamped = scratch.file("stamped.xlsx");
            try (OutputStream out = Files.newOutputStream(stamped);
                    Workbook book = new Workbook(out, "Reentry Atlas", "1.0")) {
                for (Sheet sheet : sheets) {
                    write(book, sheet);
                }
            }
            unstamp(stamped, day, file);
        }
    }

    private static void write(Workbook book, Sheet sheet) throws IOException {
        Worksheet written = book.newWorksheet(sheet.name());
        writeHeader(written, sheet.head());
        int last = sheet.head().size() - 1;
        int row = 1;
        for (List<? extends @Nullable Object> values : sheet.rows()) {
            for (int column = 0; column < values.size(); column++) {
                write(written, row, column, values.get(column));
            }
            if (sheet.isProse()) {
                written.style(row, last).wrapText(true).set();
            }
            if (row % ROWS_AT_ONCE == 0) {
                written.flush();
            }
            row++;
        }
        if (sheet.isProse()) {
            written.width(last, PROSE_WIDTH);
        }
        // One sheet is written out after the other.
        written.finish();
    }

    private static Sheet about(About about) {
        return new Sheet(
                "about",
                List.of("about", "text"),
                about.facts().stream()
                        .map(fact -> List.of(fact.title(), fact.text()))
                        .toList(),
                true);
    }

    private static Sheet fields(List<Export> exports) {
        return new Sheet(
                "fields",
                Export.columns("layer"),
                exports.stream()
                        .flatMap(export -> export.fields().stream().map(field -> field.line(export.id())))
                        .toList(),
                false);
    }

    private static Sheet layer(Export export) {
        FeatureTable table = export.table();
        List<String> names = table.columns().stream().map(Column::name).toList();
        return new Sheet(export.id(), names, Sheet.made(table.size(), row -> cells(table, row)), false);
    }

    private static List<@Nullable Object> cells(FeatureTable table, int row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            cells.add(Cells.flat(table.value(row, column)));
        }
        return cells;
    }

    private static void writeHeader(Worksheet sheet, List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            sheet.value(0, column, names.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean truth) {
            sheet.value(row, column, truth);
        } else if (value instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.value(row, column, text(value.toString()));
        }
    }

    private static String text(String text) {
        return Cells.cut(Cells.withoutControls(text), LONGEST_TEXT);
    }

    /** The writer of workbooks notes when it wrote; this is the same workbook without that. */
    private static void unstamp(Path stamped, LocalDate day, Path file) throws IOException {
        try (ZipFile parts = new ZipFile(stamped.toFile());
                Zip zip = new Zip(file, day)) {
            for (ZipEntry part : Collections.list(parts.entries())) {
                try (InputStream content = parts.getInputStream(part)) {
                    if (part.getName().equals("docProps/core.xml")) {
                        String core = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                        String undated = core.replaceFirst(CREATED, "$1" + day + "T00:00:00Z");
                        zip.add(part.getName(), undated.getBytes(StandardCharsets.UTF_8));
                    } else {
                        zip.add(part.getName(), content);
                    }
                }
            }
        }
    }
}
