package org.reentryatlas.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Entities of XML, by which a file could take in another one or grow without end. */
class HostileKmlTest {
    @TempDir
    Path directory;

    private void assertRefused(String declarations, String name) throws Exception {
        Path file = Files.writeString(
                directory.resolve("areas.kml"),
                "<?xml version=\"1.0\"?><!DOCTYPE kml [" + declarations
                        + "]><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>" + name
                        + "</name><Point><coordinates>-105.1,43.5</coordinates></Point></Placemark></Document></kml>");
        assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND)
                        .forEach(row -> assertThat(row.value("Name")).doesNotContain("secret", "lol")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("areas.kml")
                .hasMessageNotContaining("secret");
    }

    @Test
    void takesInNoOtherFile() throws Exception {
        Path other = Files.writeString(directory.resolve("other.txt"), "secret");
        assertRefused("<!ENTITY other SYSTEM \"" + other.toUri() + "\">", "&other;");
    }

    @Test
    void doesNotGrowWithoutEnd() throws Exception {
        String tenfold = IntStream.range(1, 10)
                .mapToObj(level -> "<!ENTITY l" + level + " \"" + ("&l" + (level - 1) + ";").repeat(10) + "\">")
                .collect(Collectors.joining());
        assertRefused("<!ENTITY l0 \"lol\">" + tenfold, "&l9;");
    }
}
