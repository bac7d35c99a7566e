package org.reentryatlas.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.table.Row;

/** Any text as a value: read as each type, or a named reject that does not repeat it. */
public final class FieldsFuzz {
    private static final Columns COLUMNS =
            Columns.find(Path.of("fuzz"), List.of("value"), Map.of("value", List.of()), Set.of(), Map.of());

    private FieldsFuzz() {}

    /** One way of reading a value. */
    private interface Reading {
        void run() throws RowRejected;
    }

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Fields fields = new Fields(new OneValue(text), COLUMNS);
        read(text, () -> fields.date("value"));
        read(text, () -> fields.count("value"));
        read(text, () -> fields.yesOrNo("value"));
        read(text, () -> fields.key("value"));
        for (boolean commas : new boolean[] {true, false}) {
            read(text, () -> Positions.number(text, "value", commas, fields));
        }
    }

    private static void read(String text, Reading reading) {
        try {
            reading.run();
        } catch (RowRejected e) {
            if (text.length() > 12 && e.reject().advice().contains(text)) {
                throw new AssertionError("the reject repeats the value", e);
            }
        }
    }

    private record OneValue(String text) implements Row {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public String value(String column) {
            return text.strip();
        }

        @Override
        public @Nullable String fault() {
            return null;
        }
    }
}
