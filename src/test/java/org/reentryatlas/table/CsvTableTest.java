package org.reentryatlas.table;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CsvTableTest {
    @TempDir
    Path directory;

    private Path file(String content, Charset charset) throws IOException {
        return Files.write(directory.resolve("table.csv"), content.getBytes(charset));
    }

    private static List<String> column(Table table, String name) throws IOException {
        List<String> values = new ArrayList<>();
        table.forEach(row -> values.add(row.value(name)));
        return values;
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiterInTheHeader(String delimiter) throws IOException {
        String content = "id,name\r\n1,\"two\nlines\"\r\n".replace(",", delimiter);
        Table table = Table.open(file(content, StandardCharsets.UTF_8), ReadOptions.FOUND);
        assertThat(table.columns()).containsExactly("id", "name");
        assertThat(column(table, "name")).containsExactly("two\nlines");
        assertThat(table.hasDecimalCommas()).isEqualTo(!delimiter.equals(","));
    }

    @Test
    void takesTheUsersWordForTheDelimiter() throws IOException {
        Path file = file("a,b:c\n1,2:3\n", StandardCharsets.UTF_8);
        Table table = Table.open(file, new ReadOptions(null, null, ':'));
        assertThat(table.columns()).containsExactly("a,b", "c");
        assertThatThrownBy(() -> Table.open(file, new ReadOptions(null, null, '"')))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("cannot separate values");
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "Cañón — 12,            UTF-8,        UTF-8",
        "plain,                 US-ASCII,     UTF-8",
        "Cañón – “12”,          windows-1252, windows-1252",
        "Cañón,                 ISO-8859-1,   windows-1252",
        "Cañón \u0081,          ISO-8859-1,   ISO-8859-1"
    })
    void findsTheCharacterSet(String value, String written, String read) throws IOException {
        Path file = file("id,name\n1," + value + "\n", Charset.forName(written));
        Table table = Table.open(file, ReadOptions.FOUND);
        assertThat(column(table, "name")).containsExactly(value);
        assertThat(TextFile.of(file, null).charset()).isEqualTo(Charset.forName(read));
        assertThat(table.notes().toString().contains("was read as " + read)).isEqualTo(!read.equals("UTF-8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsAByteOrderMark(String charset) throws IOException {
        Path file = file("\uFEFFid,name\n1,Cañón\n", Charset.forName(charset));
        Table table = Table.open(file, ReadOptions.FOUND);
        assertThat(table.columns()).containsExactly("id", "name");
        assertThat(column(table, "name")).containsExactly("Cañón");
        assertThat(table.notes()).isEmpty();
    }

    @Test
    void findsACharacterSetFarBehindTheHeader() throws IOException {
        Path file = file("id,name\n" + "1,plain\n".repeat(100_000) + "2,Cañón\n", TextFile.WINDOWS_1252);
        assertThat(column(Table.open(file, ReadOptions.FOUND), "name")).endsWith("plain", "Cañón");
    }

    @Test
    void takesTheUsersWordForTheCharacterSet() throws IOException {
        Path file = file("id,name\n1,Łódź\n", Charset.forName("ISO-8859-2"));
        Table table = Table.open(file, new ReadOptions(null, "iso-8859-2", null));
        assertThat(column(table, "name")).containsExactly("Łódź");
        assertThat(table.notes()).isEmpty();
        assertThatThrownBy(() -> column(Table.open(file, new ReadOptions(null, "UTF-8", null)), "name"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("not UTF-8 text");
        assertThatThrownBy(() -> Table.open(file, new ReadOptions(null, "klingon", null)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("--encoding klingon");
    }

    @Test
    void refusesDamagedUtf8InsteadOfReadingItAsSomethingElse() throws IOException {
        byte[] whole = "id,name\n1,Cañón\n2,Łódź".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(directory.resolve("cut.csv"), java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("UTF-8 but for 1 places");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("id,name\n1,\"a\n2,b\n", "row 1 opens a quotation mark that is never closed"),
                Arguments.of("id,name\n1,a\n2,\"b", "row 2 opens a quotation mark that is never closed"),
                Arguments.of("id,id\n", "names column 'id' twice"),
                Arguments.of("i\0d,name\n", "NUL character"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("faults")
    void namesThePlaceOfAFault(String content, String message) throws IOException {
        Path file = file(content, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> column(Table.open(file, ReadOptions.FOUND), "id"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("table.csv: ")
                .hasMessageContaining(message);
    }

    @Test
    void boundsAValueAndARow() throws IOException {
        String value = "x".repeat(1_000_001);
        for (String content : List.of("id,name\n1,a\n2," + value, "id,name\n1,a\n2,\"" + value + "\"")) {
            Path file = file(content, StandardCharsets.UTF_8);
            assertThatThrownBy(() -> column(Table.open(file, ReadOptions.FOUND), "id"))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("row 2 is too long");
        }
        Path wide = file("id,name\n" + "1,".repeat(10_001), StandardCharsets.UTF_8);
        assertThatThrownBy(() -> column(Table.open(wide, ReadOptions.FOUND), "id"))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("row 1 has more than 10000 values");
    }

    @Test
    void toleratesColumnsWithoutAName() throws IOException {
        Path file = file("id,name,,\n1,a,,\n2,b\n", StandardCharsets.UTF_8);
        List<String> faults = new ArrayList<>();
        Table.open(file, ReadOptions.FOUND).forEach(row -> faults.add(String.valueOf(row.fault())));
        assertThat(faults).containsExactly("null", "it has 2 fields where the header has 4");
    }
}
