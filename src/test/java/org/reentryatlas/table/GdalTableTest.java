package org.reentryatlas.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.geo.Shape;
import org.reentryatlas.support.Program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files that GDAL wrote from one of ours, read back and damaged. */
class GdalTableTest {
    private static final String TWO_AREAS = """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"BEAT":"0111","PLACE":"Cañón","DAY":"2024-01-31"},"geometry":
            {"type":"Polygon","coordinates":[[[-105.1,43.5],[-105.0,43.5],[-105.0,43.6],[-105.1,43.5]]]}},
            {"type":"Feature","properties":{"BEAT":"0112","PLACE":"two\\nlines, \\"quoted\\"","DAY":"2024-02-01"},"geometry":
            {"type":"Polygon","coordinates":[[[-105.1,43.6],[-105.0,43.6],[-105.0,43.7],[-105.1,43.6]]]}}]}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void writeSource() throws IOException {
        Files.writeString(directory.resolve("source.geojson"), TWO_AREAS);
    }

    private Path convert(String name, String driver, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", driver, name, "source.geojson"));
        command.addAll(List.of(more));
        Program run = Program.run(directory, command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.output()).isZero();
        return directory.resolve(name);
    }

    private static List<String> rows(Table table) throws IOException {
        List<String> rows = new ArrayList<>();
        table.forEach(row -> {
            Shape shape = Objects.requireNonNull(row.geometry());
            rows.add(row.number() + " " + row.value("BEAT") + " "
                    + row.value("PLACE").replace('\n', '/') + " " + row.value("DAY") + " "
                    + shape.box().minX());
        });
        return rows;
    }

    private static Path zip(Path target, Path... files) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry("folder/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        return target;
    }

    private Path[] parts(String stem) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Format.stem(file).equals(stem)).toArray(Path[]::new);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "areas.shp, ESRI Shapefile",
        "areas.gpkg, GPKG",
        "areas.kml, LIBKML",
        "areas.kmz, LIBKML",
        "areas.fgb, FlatGeobuf"
    })
    void readsWhatGdalWrote(String name, String driver) throws Exception {
        Table table = Table.open(convert(name, driver), ReadOptions.FOUND);
        assertThat(table.declaredCrs()).contains("EPSG:4326");
        assertThat(table.hasGeometry()).isTrue();
        assertThat(table.columns()).contains("BEAT", "PLACE");
        assertThat(rows(table))
                .hasSize(2)
                .allMatch(row -> row.matches(
                        driver.equals("LIBKML")
                                ? "[12] (0111 Cañón|0112 two/lines, \"quoted\") .*-105.1"
                                : "[12] (0111 Cañón 2024-01-31|0112 two/lines, \"quoted\" 2024-02-01) -105.1"));
    }

    @Test
    void readsAZippedShapefileInAFolderAndRemovesIt() throws Exception {
        convert("areas.shp", "ESRI Shapefile", "-t_srs", "EPSG:2248", "-lco", "ENCODING=UTF-8");
        Path zip = zip(directory.resolve("areas.zip"), parts("areas"));
        Table table = Table.open(zip, ReadOptions.FOUND);
        assertThat(table.declaredCrs()).contains("EPSG:2248");
        List<Path> before = unpacked();
        List<String> places = new ArrayList<>();
        table.forEach(row -> places.add(row.value("PLACE")));
        assertThat(places).hasSize(2).contains("Cañón");
        assertThatThrownBy(() -> table.forEach(row -> {
                    throw new IllegalStateException("the database is gone");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(unpacked()).isEqualTo(before);
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("reentry-atlas-"))
                    .filter(file -> Files.exists(file.resolve("folder/areas.shp")))
                    .toList();
        }
    }

    @Test
    void asksForTheSystemOfAShapefileThatDoesNotSayIt() throws Exception {
        Path shapefile = convert("areas.shp", "ESRI Shapefile");
        Files.delete(directory.resolve("areas.prj"));
        assertThat(Table.open(shapefile, ReadOptions.FOUND).declaredCrs()).isEmpty();
    }

    @ParameterizedTest(name = "written as {0}, read as {1}")
    @CsvSource({"CP1252, , windows-1252", "UTF-8, , ''", "ISO-8859-1, ISO-8859-1, ''"})
    void findsTheCharacterSetOfADbf(String written, String said, String noted) throws Exception {
        Path shapefile = convert("areas.shp", "ESRI Shapefile", "-lco", "ENCODING=" + written);
        Files.delete(directory.resolve("areas.cpg"));
        Table table = Table.open(shapefile, new ReadOptions(null, said, null));
        List<String> places = new ArrayList<>();
        table.forEach(row -> places.add(row.value("PLACE")));
        assertThat(places).contains("Cañón");
        assertThat(String.join("", table.notes())).contains(noted);
    }

    @Test
    void refusesADbfThatIsNotWhatItsCpgSays() throws Exception {
        Path shapefile = convert("areas.shp", "ESRI Shapefile", "-lco", "ENCODING=CP1252");
        Files.writeString(directory.resolve("areas.cpg"), "UTF-8");
        Table table = Table.open(shapefile, ReadOptions.FOUND);
        assertThatThrownBy(() -> rows(table))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("not in the character set");
    }

    @Test
    void asksWhichLayer() throws Exception {
        Path file = convert("areas.gpkg", "GPKG", "-nln", "old");
        convert("areas.gpkg", "GPKG", "-update", "-nln", "new");
        assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("choose one with --layer: old, new");
        assertThat(rows(Table.open(file, new ReadOptions("new", null, null)))).hasSize(2);
        assertThatThrownBy(() -> Table.open(file, new ReadOptions("newer", null, null)))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("there is no layer 'newer'; the layers are: old, new");
    }

    @Test
    void takesTheOnlyLayerThatHoldsAreas() throws Exception {
        Path file = convert("areas.gpkg", "GPKG", "-nln", "full");
        convert("areas.gpkg", "GPKG", "-update", "-nln", "empty", "-where", "BEAT = 'x'");
        convert("areas.gpkg", "GPKG", "-update", "-nln", "plain", "-nlt", "NONE");
        assertThat(rows(Table.open(file, ReadOptions.FOUND))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"shp, ESRI Shapefile", "gpkg, GPKG", "kml, LIBKML", "fgb, FlatGeobuf", "kmz, LIBKML"})
    void refusesATruncatedFile(String ending, String driver) throws Exception {
        Path file = convert("areas." + ending, driver);
        byte[] whole = Files.readAllBytes(file);
        for (int length : new int[] {1, whole.length / 2, whole.length - 40}) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND).forEach(Row::number))
                    .as(ending + " cut to " + length + " of " + whole.length)
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("areas." + ending);
        }
    }

    @Test
    void opensNothingButWhatTheEndingSays() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.csv"), "a\nsecret\n");
        for (String ending : List.of("kml", "gpkg", "shp", "fgb")) {
            Path file = Files.writeString(
                    directory.resolve("vrt." + ending),
                    "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + secret
                            + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
            Files.writeString(directory.resolve("vrt.dbf"), "x");
            assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND)).isInstanceOf(TableException.class);
        }
    }

    @Test
    void refusesAZipBomb() throws Exception {
        Path bomb = directory.resolve("bomb.zip");
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("beats.csv"));
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 100; megabyte++) {
                zip.write(zeros);
            }
        }
        assertThatThrownBy(() -> Table.open(bomb, ReadOptions.FOUND))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("unpacked, the zip file would be 100 MB large");
    }

    @ParameterizedTest
    @CsvSource({"../evil.csv", "/etc/evil.csv", "a\\..\\evil.csv", "a/b/c/d/e/f/g/h/i/j/k.csv"})
    void refusesAZipEntryThatWantsToLieElsewhere(String name) throws Exception {
        Path file = directory.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write("id\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("wants to lie outside");
    }

    @Test
    void namesTheDataSetsOfAZipFile() throws Exception {
        Path one = Files.writeString(directory.resolve("one.csv"), "id\n1\n");
        Path two = Files.writeString(directory.resolve("two.csv"), "id\n1\n2\n");
        Path file = zip(directory.resolve("both.zip"), one, two);
        assertThatThrownBy(() -> Table.open(file, ReadOptions.FOUND))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("choose one with --layer: one, two");
        List<Long> rows = new ArrayList<>();
        Table.open(file, new ReadOptions("two", null, null)).forEach(row -> rows.add(row.number()));
        assertThat(rows).containsExactly(1L, 2L);
    }
}
