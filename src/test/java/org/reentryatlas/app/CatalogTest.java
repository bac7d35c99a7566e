package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.export.Format;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogues, held against what their schemas demand, and against what they lead to. */
class CatalogTest {
    private static final String DATA_JSON = "/data.json";
    private static final String DCAT_US = "/catalog/dcat-us.json";

    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static Set<ValidationMessage> faults(String path, JsonNode document) throws Exception {
        String name = path.equals(DATA_JSON) ? "project-open-data-1.1.json" : "dcat-us-3.0.json";
        try (InputStream in = CatalogTest.class.getResourceAsStream("/schemas/" + name)) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            new ObjectMapper().readTree(Objects.requireNonNull(in)),
                            SchemaValidatorsConfig.builder()
                                    .formatAssertionsEnabled(true)
                                    .build());
            return schema.validate(document);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DATA_JSON, DCAT_US})
    void aCatalogueKeepsToItsSchema(String path) throws Exception {
        assertThat(faults(path, CITY.json(path))).isEmpty();
    }

    /** A schema that lets everything pass would prove nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data.json | /dataset/0 | modified | yesterday",
                "/data.json | /dataset/0 | license | free for all",
                "/data.json | /dataset/0 | acessLevel | public",
                "/data.json | /dataset/0/contactPoint | hasEmail | data@smallcity.example",
                "/data.json | /dataset/0/distribution/0 | mediaType | text/csv; charset=utf-8",
                "/data.json | /dataset/0/distribution/0 | downloadURL | a file",
                "/data.json | /dataset/0/publisher | name |",
                "/catalog/dcat-us.json | /dataset/0 | issued | 2026-13-01T00:00:00Z",
                "/catalog/dcat-us.json | /dataset/0 | title |",
                "/catalog/dcat-us.json | /dataset/0/previousVersion | contactPoint |",
                "/catalog/dcat-us.json | /dataset/0/distribution/0 | downloadURL | a file",
                "/catalog/dcat-us.json | /dataset/0/distribution/0/checksum | checksumValue | abc",
                "/catalog/dcat-us.json | /service/0 | endpointURL | /ogc",
                "/catalog/dcat-us.json | /service/0/contactPoint/0 | hasEmail | mailto:nobody"
            })
    void whatIsBrokenIsFound(String path, String at, String member, String value) throws Exception {
        JsonNode document = CITY.json(path);
        ObjectNode broken = (ObjectNode) document.at(at);
        if (value == null) {
            broken.remove(member);
        } else {
            broken.put(member, value);
        }
        assertThat(faults(path, document)).isNotEmpty();
    }

    @Test
    void dataJsonHasEachLayerWithTheFilesOfItsNewestRelease() throws Exception {
        JsonNode datasets = CITY.json(DATA_JSON).get("dataset");
        List<String> identifiers = new ArrayList<>();
        for (JsonNode dataset : datasets) {
            identifiers.add(URI.create(dataset.get("identifier").asText()).getPath());
            assertThat(dataset.get("distribution")).as(dataset.toString()).hasSize(11);
        }
        assertThat(identifiers)
                .contains("/ogc/collections/people-by-beat", "/ogc/collections/providers")
                .doesNotHaveDuplicates()
                .hasSize(CITY.json("/ogc/collections").get("collections").size());
        JsonNode beats = datasets.get(0);
        assertThat(beats.get("temporal").asText()).isEqualTo("2026-06-30/2026-06-30");
        assertThat(beats.at("/contactPoint/hasEmail").asText()).isEqualTo("mailto:data@smallcity.example");
        assertThat(beats.get("license").asText()).isEqualTo(ServedCity.LICENCE);
        assertThat(beats.get("rights").asText()).contains("k = 11", "multiples of 5");
        assertThat(beats.has("bureauCode") || beats.has("accrualPeriodicity")).isFalse();
        for (JsonNode distribution : beats.get("distribution")) {
            for (String member : List.of("downloadURL", "accessURL", "describedBy")) {
                if (distribution.has(member)) {
                    assertThat(CITY.getBytes(path(distribution.get(member))).statusCode())
                            .as(distribution.toString())
                            .isEqualTo(200);
                }
            }
        }
    }

    @Test
    void dcatUsHasEachLayerOfEachReleaseAsAVersion() throws Exception {
        JsonNode datasets = CITY.json(DCAT_US).get("dataset");
        JsonNode newest = datasets.get(0);
        JsonNode older = datasets.get(1);
        assertThat(newest.get("version").asText()).isEqualTo("2026-06-30.1");
        assertThat(older.get("version").asText()).isEqualTo("2026-03-31.1");
        assertThat(newest.at("/previousVersion/@id")).isEqualTo(older.get("@id"));
        assertThat(older.at("/hasCurrentVersion/@id")).isEqualTo(newest.get("@id"));
        assertThat(older.has("previousVersion") || newest.has("hasCurrentVersion"))
                .isFalse();
        assertThat(older.at("/temporal/0/startDate").asText()).isEqualTo("2026-03-31");
        assertThat(older.at("/provenance/0").asText()).contains("Entry 1 of the ledger");
        assertThat(datasets).hasSizeGreaterThan(2);
        Set<String> ids = new HashSet<>();
        datasets.forEach(dataset -> assertThat(ids.add(dataset.get("@id").asText()))
                .as(dataset.toString())
                .isTrue());
        assertThat(CITY.get(path(older.at("/landingPage/accessURL"))).statusCode())
                .isEqualTo(200);
    }

    /** The directory as well as the layers of numbers: both are behind each interface. */
    @Test
    void aServiceServesEachCollection() throws Exception {
        List<String> collections = new ArrayList<>();
        CITY.json("/ogc/collections")
                .get("collections")
                .forEach(collection -> collections.add(collection.get("id").asText()));
        for (int service : List.of(0, 1)) {
            List<String> served = new ArrayList<>();
            CITY.json(DCAT_US)
                    .at("/service/" + service + "/servesDataset")
                    .forEach(dataset -> served.add(dataset.get("@id").asText().replaceFirst(".*[#/]", "")));
            assertThat(served).contains("people-by-beat", "providers").containsExactlyElementsOf(collections);
        }
    }

    /** The older release, too, so that what was cited once can be had again. */
    @Test
    void aChecksumIsThatOfTheBytesBehindIt() throws Exception {
        for (int version : List.of(0, 1)) {
            int files = 0;
            for (JsonNode distribution : CITY.json(DCAT_US).at("/dataset/" + version + "/distribution")) {
                if (!distribution.has("downloadURL")) {
                    continue;
                }
                byte[] bytes =
                        CITY.getBytes(path(distribution.get("downloadURL"))).body();
                assertThat(distribution.get("byteSize").asInt()).isEqualTo(bytes.length);
                assertThat(distribution.at("/checksum/checksumValue").asText())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                files++;
            }
            assertThat(files).isEqualTo(Format.values().length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {DATA_JSON, DCAT_US})
    void aCatalogueIsTaggedAndOpenToOtherPages(String path) throws Exception {
        HttpResponse<String> first = CITY.get(path);
        assertThat(first.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
        HttpResponse<String> again = CITY.send(HttpRequest.newBuilder(CITY.uri(path))
                .header("If-None-Match", first.headers().firstValue("ETag").orElseThrow())
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(CITY.get(path + "?f=html").statusCode()).isEqualTo(400);
    }

    private static String path(JsonNode url) {
        URI uri = URI.create(url.asText());
        return uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
    }
}
