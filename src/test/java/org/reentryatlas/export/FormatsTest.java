package org.reentryatlas.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.Program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Layers with hostile texts and missing values in every format, as other programs read them. */
class FormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private Path write(Export export, Format format) throws IOException {
        Path file = directory.resolve(format.fileName(export.id()));
        Files.deleteIfExists(file);
        format.renderer().write(export, file);
        return file;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV_METADATA")
    void everyValueIsReadBackWithoutAComplaint(Format format) throws Exception {
        for (Export export : List.of(HostileLayer.areas(), HostileLayer.sites())) {
            Path file = write(export, format);
            assertThat(ReadBack.read(file, format, export)).isEqualTo(ReadBack.expected(export, format));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CSV_METADATA")
    void aLayerWithoutFeaturesIsReadBackWithoutAny(Format format) throws Exception {
        Export none = HostileLayer.none();
        Path file = write(none, format);
        switch (format) {
            // As many lines as features; GDAL does not open an empty file.
            case NDJSON -> assertThat(file).isEmptyFile();
            // Of a document without places GDAL makes no layer.
            case KML -> assertThat(file).content().contains("<SimpleField").doesNotContain("<Placemark");
            // A header alone is a row to GDAL.
            case XLSX ->
                assertThat(ReadBack.read(file, format, none).values())
                        .containsExactly(
                                Collections.nCopies(none.table().columns().size() + 1, ""));
            default -> assertThat(ReadBack.read(file, format, none)).isEmpty();
        }
    }

    /** They are made again and again until every clock has moved on, also that of zip files, which counts by two seconds. */
    @Test
    void theSameLayerGivesTheSameBytes() throws IOException {
        Map<Format, byte[]> first = new EnumMap<>(Format.class);
        for (Format format : Format.values()) {
            first.put(format, Files.readAllBytes(write(HostileLayer.areas(), format)));
        }
        Instant later = Instant.now().plusSeconds(2).plusMillis(1);
        boolean isLater;
        do {
            isLater = Instant.now().isAfter(later);
            for (Format format : Format.values()) {
                assertThat(Files.readAllBytes(write(HostileLayer.areas(), format)))
                        .as(format.name())
                        .isEqualTo(first.get(format));
            }
        } while (!isLater);
    }

    @Test
    void aMissingValueIsNotAnEmptyOne() throws IOException {
        List<String> lines = Files.readAllLines(write(HostileLayer.sites(), Format.CSV));
        assertThat(lines.get(0))
                .isEqualTo("id,name,categories,employment,employment_status,employment_unstable,employment_rate,"
                        + "employment_rate_status,reference_date");
        assertThat(lines.get(2)).isEqualTo("01,+1+1,food,,hidden,,,hidden,2026-07-01");
        String first =
                Files.readAllLines(write(HostileLayer.areas(), Format.NDJSON)).get(1);
        assertThat(JSON.readTree(first).at("/properties/employment").isNull()).isTrue();
    }

    @Test
    void geoJsonSaysWhatItIs() throws IOException {
        JsonNode json =
                JSON.readTree(write(HostileLayer.areas(), Format.GEOJSON).toFile());
        assertThat(json.has("crs")).isFalse();
        assertThat(json.at("/about/citation").asText()).startsWith("Coalition of \"Añasco\" & Söhne: ");
        assertThat(json.get("fields")).hasSize(9);
        assertThat(json.at("/fields/3/description").asText()).isEqualTo("What \"employment\" means.");
    }

    @Test
    void theDictionaryNamesTheColumnsOfBothTables() throws IOException {
        Export export = HostileLayer.areas();
        JsonNode json = JSON.readTree(write(export, Format.CSV_METADATA).toFile());
        for (int table = 0; table < 2; table++) {
            JsonNode described = json.get("tables").get(table);
            List<String> names = new ArrayList<>();
            described
                    .at("/tableSchema/columns")
                    .forEach(column -> names.add(column.get("titles").asText()));
            Path csv = write(export, table == 0 ? Format.CSV : Format.CSV_WKT);
            assertThat(described.get("url").asText())
                    .isEqualTo(csv.getFileName().toString());
            assertThat(String.join(",", names))
                    .isEqualTo(Files.readAllLines(csv).get(0));
        }
        assertThat(json.at("/dc:license/@id").asText()).startsWith("https://");
    }

    /** As text, since a reader of JSON does not see the order, on which the digest of the file depends. */
    @Test
    void theMembersOfTheDictionaryHaveTheirOrder() throws IOException {
        assertThat(Files.readString(write(HostileLayer.areas(), Format.CSV_METADATA)))
                .contains("""
                        "datatype" : {
                          "base" : "string",
                          "format" : "hidden|zero|shown"
                        }""".indent(8).strip());
    }

    @Test
    void aShapefileTellsItsFullNames() throws IOException {
        try (ZipFile zip =
                new ZipFile(write(HostileLayer.areas(), Format.SHAPEFILE).toFile())) {
            assertThat(Collections.list(zip.entries()).stream().map(ZipEntry::getName))
                    .containsExactly(
                            "people-by-beat.cpg",
                            "people-by-beat.dbf",
                            "people-by-beat.prj",
                            "people-by-beat.shp",
                            "people-by-beat.shx",
                            "fields.csv",
                            "README.txt");
            assertThat(text(zip, "people-by-beat.cpg")).isEqualTo("UTF-8");
            assertThat(text(zip, "people-by-beat.prj")).contains("WGS_1984");
            assertThat(text(zip, "README.txt")).contains("How to cite: ", "Police <Harlow>");
            assertThat(text(zip, "fields.csv"))
                    .contains("employm_rs,employment_rate_status,Title of employment_rate_status,text,");
        }
    }

    @Test
    void shortNamesAreDifferent() {
        List<String> names = ShortNames.of(List.of(
                "employment", "employment_a", "employment_b", "employmen_1", "substance_use_rate_status", "people"));
        assertThat(names)
                .containsExactly("employment", "employme_1", "employme_2", "employmen_", "substan_rs", "people");
    }

    /** GDAL's command line is the way in which users look at these. */
    @Test
    void aGeoPackageHoldsWhatIsToBeKnown() throws Exception {
        Path file = write(HostileLayer.areas(), Format.GEOPACKAGE);
        Program about =
                Program.run(directory, "ogrinfo", "-ro", file.toString(), "about", "-where", "name = 'licence'");
        assertThat(about.output()).contains("https://creativecommons.org/licenses/by/4.0/");
        Program fields = Program.run(directory, "ogrinfo", "-ro", "-so", file.toString(), "fields");
        assertThat(fields.output()).contains("Feature Count: 9");
    }

    @Test
    void noCellOfAWorkbookIsAFormula() throws IOException {
        try (ZipFile zip = new ZipFile(write(HostileLayer.areas(), Format.XLSX).toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                assertThat(text(zip, part.getName())).doesNotContain("<f>", "<f ");
            }
            assertThat(text(zip, "xl/workbook.xml")).containsSubsequence("about", "fields", "people-by-beat");
        }
    }

    /** As a name in the directory could begin, in the sheets that other rooms give. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1", "=cmd|' /C calc'!A0"})
    void whateverATextBeginsWithItIsATextCell(String text) throws IOException {
        Sheet sheet = new Sheet("=1+1", List.of("=2+2", "number"), List.of(List.of(text, -1.5)));
        Path file = directory.resolve("sheets.xlsx");
        Files.write(file, Xlsx.of(List.of(sheet), LocalDate.of(2026, 6, 30)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String cells = text(zip, "xl/worksheets/sheet1.xml");
            assertThat(cells).doesNotContain("<f>", "<f ").contains("t=\"s\"", "<v>-1.5</v>");
            String texts = Pattern.compile("&#(x?)([0-9a-fA-F]+);")
                    .matcher(text(zip, "xl/sharedStrings.xml"))
                    .replaceAll(character -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(
                            character.group(2), character.group(1).isEmpty() ? 10 : 16))));
            assertThat(texts.replace("&apos;", "'")).contains(">" + text + "<", ">=2+2<");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "CSV"})
    void libreOfficeReadsIt(Format format) throws Exception {
        assumeTrue(Program.exists("soffice"), "LibreOffice is not installed");
        Path file = write(HostileLayer.sites(), format);
        Program run = Program.run(
                directory, "soffice", "--headless", "--convert-to", "ods", "--outdir", "out", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(directory.resolve("out/providers.ods")).isNotEmptyFile();
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(name), name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
