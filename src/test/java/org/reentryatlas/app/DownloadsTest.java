package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of a release and the ledger over HTTP, beside a release that was made before there were any. */
class DownloadsTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @TempDir
    static Path directory;

    private static final String CELLS = "/releases/2026-06-30.1/cells.csv";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static WebApp app;

    @BeforeAll
    static void publishAndStart() throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        SmallCity.loadBeats(environment, directory);
        Path caseload = SmallCity.caseload(directory, "c.csv", 60, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        run(environment, "load", "caseload", caseload.toString(), "--as-of", "2026-06-30");
        run(environment, "release", "--as-of", "2026-06-30");
        DATABASE.asAdmin("insert into published.release (id, reference_date, area_set_id, k, rounding_base,"
                + " min_addresses, ledgered) select '2025-12-31.1', '2025-12-31', id, 11, 5, 3, false"
                + " from boundary.area_set where base_level = 'beat'");
        app = WebApp.start(ConfigLoader.load(environment), 0);
    }

    private static void run(Map<String, String> environment, String... arguments) {
        Cli run = Cli.run(environment, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static HttpResponse<byte[]> send(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = send("GET", path);
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void theListLeadsToEveryFileAndTheBytesAreThoseStored() throws Exception {
        JsonNode releases = json("/releases").get("releases");
        assertThat(releases).hasSize(2);
        JsonNode release = releases.get(0);
        assertThat(release.get("id").asText()).isEqualTo("2026-06-30.1");
        assertThat(release.get("files")).hasSizeGreaterThan(70);
        for (JsonNode file : release.get("files")) {
            URI href = URI.create(file.get("href").asText());
            HttpResponse<byte[]> response = send("GET", href.getPath(), "Accept-Encoding", "gzip");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Content-Encoding")).isEmpty();
            assertThat(header(response, "Content-Type"))
                    .isEqualTo(file.get("mediaType").asText());
            assertThat(response.body()).hasSize(file.get("bytes").asInt());
            String digest = sha256(response.body());
            assertThat(digest).isEqualTo(file.get("sha256").asText());
            assertThat(header(response, "ETag")).isEqualTo('"' + digest + '"');
            assertThat(DATABASE.query(
                            Role.WEB,
                            "select encode(content, 'hex') from published.artefact where name = '"
                                    + file.get("name").asText() + "'"))
                    .containsExactly(HexFormat.of().formatHex(response.body()));
        }
    }

    @Test
    void aReleaseFromBeforeTheLedgerSaysSo() throws Exception {
        JsonNode old = json("/releases").get("releases").get(1);
        assertThat(old.get("id").asText()).isEqualTo("2025-12-31.1");
        assertThat(old.get("files")).isEmpty();
        assertThat(old.get("note").asText()).contains("before releases had files");
        assertThat(old.has("ledgerHash")).isFalse();
        assertThat(send("GET", "/releases/2025-12-31.1/cells.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void theFileHasANameOfItsOwnAndIsKeptForGood() throws Exception {
        HttpResponse<byte[]> response = send("GET", CELLS);
        assertThat(header(response, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"reentry-atlas-2026-06-30.1-cells.csv\"");
        assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"%s | 304", "W/%s | 304", "\"other\", %s | 304", "* | 304", "\"other\" | 200"})
    void whoHasTheFileIsToldSo(String known, int status) throws Exception {
        String tag = header(send("GET", CELLS), "ETag");
        for (String method : List.of("GET", "HEAD")) {
            HttpResponse<byte[]> response = send(method, CELLS, "If-None-Match", known.formatted(tag));
            assertThat(response.statusCode()).as(method).isEqualTo(status);
            assertThat(header(response, "ETag")).isEqualTo(tag);
            assertThat(header(response, "Content-Type")).isEqualTo("text/csv; charset=utf-8; header=present");
            assertThat(response.body().length == 0).isEqualTo(status == 304 || method.equals("HEAD"));
        }
    }

    @Test
    void headTellsTheSameWithoutTheBytes() throws Exception {
        HttpResponse<byte[]> get = send("GET", CELLS);
        HttpResponse<byte[]> head = send("HEAD", CELLS);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(get, "Content-Length")).isEqualTo(Integer.toString(get.body().length));
        for (String name : List.of("ETag", "Content-Type", "Content-Length", "Content-Disposition")) {
            assertThat(header(head, name)).isEqualTo(header(get, name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/releases/2026-06-30.1/cells.xlsx",
                "/releases/2026-06-30.9/cells.csv",
                "/releases/'/cells.csv",
                "/ledger/2",
                "/ledger/0",
                "/ledger/first",
                "/ledger/99999999999999999999"
            })
    void whatIsNotThereIsAProblem(String path) throws Exception {
        HttpResponse<byte[]> response = send("GET", path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    /** As here, where no directory was loaded: an empty file would tell that there are no services. */
    @Test
    void aDirectoryThatWasNotLoadedHasNoFiles() throws Exception {
        JsonNode layers = json("/layers");
        assertThat(layers.get("releases")).isNotEmpty();
        assertThat(layers.has("directory")).isFalse();
        JsonNode collection = json("/ogc/collections/providers");
        assertThat(collection.findValuesAsText("rel")).contains("items").doesNotContain("enclosure");
        HttpResponse<byte[]> file = send("GET", "/layers/providers.csv");
        assertThat(file.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(file.body()).get("detail").asText()).isEqualTo("No service directory is loaded yet.");
        assertThat(header(file, "Content-Disposition")).isEmpty();
        assertThat(new String(send("GET", "/layers?f=html").body(), StandardCharsets.UTF_8))
                .contains("/releases/2026-06-30.1/release.zip")
                .doesNotContain("belongs to no release");
    }

    @Test
    void anOutsiderCanAttackWhatIsHandedOut() {
        Cli attack = Cli.run(Map.of(), "attack", "http://127.0.0.1:" + app.port() + "/releases/2026-06-30.1");
        assertThat(attack.exitCode()).as(attack.err()).isZero();
        assertThat(attack.out()).contains("Nothing was proved to hold 1 to 10 people.");
        Cli none = Cli.run(Map.of(), "attack", "http://127.0.0.1:" + app.port() + "/releases/2020-06-30.1/");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("release.json answers 404");
    }

    @Test
    void theFilesCanBeWrittenToADirectory() throws Exception {
        Map<String, String> environment = DATABASE.environment(directory.resolve("atlas.yaml"));
        Path out = directory.resolve("written");
        run(
                environment,
                "export",
                "release",
                "2026-06-30.1",
                out.toString(),
                "--layer",
                "people-by-beat",
                "--format",
                "csv");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).containsExactly(out.resolve("people-by-beat.csv"));
        }
        run(environment, "export", "release", "2026-06-30.1", out.toString());
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(json("/releases").at("/releases/0/files").size());
        }
        assertThat(Files.readAllBytes(out.resolve("release.gpkg")))
                .isEqualTo(send("GET", "/releases/2026-06-30.1/release.gpkg").body());
        // What was downloaded can be attacked where it lies, whatever lies beside it.
        Cli attack = Cli.run(Map.of(), "attack", out.toString());
        assertThat(attack.exitCode()).as(attack.err()).isZero();
        assertThat(Cli.run(environment, "export", "release", "2026-06-30.9", out.toString())
                        .err())
                .contains("there is no such file of a release 2026-06-30.9");
    }

    /** Whatever else is CSV, as are the files that a release is audited by, is no layer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--layer | release | release.gpkg release.xlsx release.zip",
                "--layer | people-by-beat | people-by-beat.csv people-by-beat.csv-metadata.json people-by-beat.fgb"
                        + " people-by-beat.geojson people-by-beat.gpkg people-by-beat.kml people-by-beat.ndjson"
                        + " people-by-beat.shp.zip people-by-beat.xlsx people-by-beat-wkt.csv",
                "--format | csv | people-by-beat.csv people-by-city.csv people-by-district.csv people-by-hex_6.csv"
                        + " people-by-hex_7.csv people-by-hex_8.csv people-by-sector.csv",
                "--format | gpkg | people-by-beat.gpkg people-by-city.gpkg people-by-district.gpkg"
                        + " people-by-hex_6.gpkg people-by-hex_7.gpkg people-by-hex_8.gpkg people-by-sector.gpkg"
                        + " release.gpkg"
            })
    void oneLayerOrOneFormatIsThatAndNoMore(String option, String value, String names, @TempDir Path out)
            throws Exception {
        Map<String, String> environment = DATABASE.environment(directory.resolve("atlas.yaml"));
        run(environment, "export", "release", "2026-06-30.1", out.toString(), option, value);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names.split(" "));
        }
    }

    /** A command that is killed leaves the old file or the new one: what bears the name is never written to. */
    @Test
    void aFileThatIsThereIsReplacedAndNotWrittenOver(@TempDir Path out) throws Exception {
        Path old = Files.writeString(out.resolve("release.gpkg"), "old");
        Path sameFile = Files.createLink(out.resolve("whoever-reads-it"), old);
        Map<String, String> environment = DATABASE.environment(directory.resolve("atlas.yaml"));
        run(environment, "export", "release", "2026-06-30.1", out.toString(), "--layer", "release");
        assertThat(sameFile).hasContent("old");
        assertThat(Files.readAllBytes(old))
                .isEqualTo(send("GET", "/releases/2026-06-30.1/release.gpkg").body());
    }

    @Test
    void anOutsiderCanFollowTheChain() throws Exception {
        JsonNode entry = json("/ledger").get("entries").get(0);
        assertThat(entry.get("seq").asInt()).isEqualTo(1);
        byte[] hashed = send("GET", "/ledger/1").body();
        assertThat(new String(hashed, StandardCharsets.UTF_8))
                .isEqualTo(
                        entry.get("previousHash").asText() + entry.get("entry").asText())
                .startsWith("0".repeat(64) + "{");
        assertThat(sha256(hashed)).isEqualTo(entry.get("hash").asText());
        assertThat(json("/releases").at("/releases/0/ledgerHash").asText())
                .isEqualTo(entry.get("hash").asText());
        JsonNode told = JSON.readTree(entry.get("entry").asText());
        assertThat(told.get("artefacts")).hasSizeGreaterThan(70);
        for (JsonNode artefact : told.get("artefacts")) {
            assertThat(sha256(send(
                                    "GET",
                                    "/releases/2026-06-30.1/"
                                            + artefact.get("name").asText())
                            .body()))
                    .isEqualTo(artefact.get("sha256").asText());
        }
    }
}
