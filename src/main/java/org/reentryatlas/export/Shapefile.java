package org.reentryatlas.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reentryatlas.layer.Column;
import org.reentryatlas.layer.FeatureTable;

/** A Shapefile in a zip file, with a table of its short field names and a text of what is to be known. */
final class Shapefile implements Renderer {
    /** Bytes of a text in a dBASE table. */
    private static final int LONGEST_TEXT = 254;

    @Override
    public void write(Export export, Path file) throws IOException {
        List<String> names =
                ShortNames.of(export.fields().stream().map(Export.Field::name).toList());
        try (Scratch scratch = Scratch.open()) {
            Ogr.write(
                    "ESRI Shapefile",
                    export.about().day(),
                    List.of(shortened(export, names)),
                    scratch.file(export.id() + ".shp"),
                    List.of(
                            "-lco",
                            "ENCODING=UTF-8",
                            "-lco",
                            "DBF_DATE_LAST_UPDATE=" + export.about().day()));
            try (Zip zip = new Zip(file, export.about().day())) {
                for (Path part : scratch.files()) {
                    zip.add(part);
                }
                zip.add("fields.csv", dictionary(export, names));
                zip.add(
                        Readme.NAME,
                        Readme.of(
                                export.about(),
                                "Field names of a Shapefile have ten letters at most: fields.csv has the full name of each, its"
                                        + " type and its meaning. Texts longer than 254 bytes are cut off. A truth is 1 or 0. Several"
                                        + " values stand behind each other with a semicolon between them."));
            }
        }
    }

    private static OgrLayer shortened(Export export, List<String> names) {
        OgrLayer layer = OgrLayer.of(export);
        List<OgrLayer.Field> fields = new ArrayList<>();
        for (int field = 0; field < names.size(); field++) {
            Column.Type type = layer.fields().get(field).type();
            fields.add(new OgrLayer.Field(names.get(field), type, width(export.table(), field, type)));
        }
        return new OgrLayer(
                layer.name(),
                layer.geometryType(),
                fields,
                layer.rows(),
                layer.geometry(),
                (row, field) -> layer.values().value(row, field) instanceof String text
                        ? cut(text)
                        : layer.values().value(row, field));
    }

    /** The longest text in bytes, since every row takes up so many. */
    private static int width(FeatureTable table, int column, Column.Type type) {
        if (type != Column.Type.TEXT && type != Column.Type.TEXTS) {
            return 0;
        }
        int width = 1;
        for (int row = 0; row < table.size(); row++) {
            String text = Cells.text(table.value(row, column));
            width = text == null ? width : Math.max(width, bytes(cut(text)));
        }
        return width;
    }

    private static String cut(String text) {
        if (bytes(text) <= LONGEST_TEXT) {
            return text;
        }
        int kept = 0;
        int taken = 0;
        for (int point : text.codePoints().toArray()) {
            taken += bytes(Character.toString(point));
            if (taken > LONGEST_TEXT) {
                break;
            }
            kept += Character.charCount(point);
        }
        return text.substring(0, kept);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] dictionary(Export export, List<String> names) {
        List<Export.Field> fields = export.fields();
        List<List<String>> lines = new ArrayList<>();
        for (int field = 0; field < names.size(); field++) {
            lines.add(fields.get(field).line(names.get(field)));
        }
        return Readme.csv(Export.columns("short_name"), lines);
    }
}
