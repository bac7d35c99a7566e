package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Releases at their lasting addresses, the older one as well as the newest. */
class PermalinkTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static HttpResponse<String> page(String path) throws Exception {
        return CITY.send(HttpRequest.newBuilder(CITY.uri(path))
                .header("Accept", "text/html,*/*;q=0.8")
                .build());
    }

    @Test
    void aReleaseSaysWhatItIsAndWhereItsNeighboursAre() throws Exception {
        JsonNode older = CITY.json("/releases/2026-03-31.1");
        JsonNode newest = CITY.json("/releases/2026-06-30.1");
        assertThat(older.get("referenceDate").asText()).isEqualTo("2026-03-31");
        assertThat(older.get("address").asText())
                .isEqualTo(CITY.uri("/releases/2026-03-31.1").toString());
        assertThat(older.get("citation").asText())
                .contains("Small City", "Release 2026-03-31.1")
                .endsWith(older.get("address").asText());
        assertThat(older.at("/policy/k").asInt()).isEqualTo(11);
        assertThat(older.at("/ledger/seq").asInt()).isEqualTo(1);
        assertThat(older.at("/next/href")).isEqualTo(newest.get("address"));
        assertThat(newest.at("/previous/href")).isEqualTo(older.get("address"));
        assertThat(older.has("previous") || newest.has("next")).isFalse();
        assertThat(older.get("files").size()).isGreaterThan(60);
        assertThat(newest.get("links")).hasSizeGreaterThan(4);
        for (JsonNode link : newest.get("links")) {
            assertThat(link.get("rel").asText()).isNotEmpty();
            assertThat(link.get("type").asText()).isNotEmpty();
        }
    }

    @Test
    void aReleaseIsAPageForPeople() throws Exception {
        HttpResponse<String> page = page("/releases/2026-03-31.1");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body())
                .contains("<h1>Release 2026-03-31.1</h1>", "How to cite", "id=\"people-by-beat\"")
                .contains("/releases/2026-03-31.1/people-by-beat.csv", "rel=\"next\"")
                .contains("Counts below k &#x3D; 11")
                .doesNotContain("rel=\"prev\"");
        assertThat(page("/releases/2026-03-31.1?f=json").body()).startsWith("{\"id\":");
    }

    @ParameterizedTest
    @CsvSource({"/releases/2020-01-01.1, 404", "/releases/2026-03-31.1?f=xml, 400", "/releases/2026-03-31.1?k=1, 400"})
    void whatIsNotThereIsSaid(String path, int status) throws Exception {
        assertThat(CITY.get(path).statusCode()).isEqualTo(status);
    }

    /** Numbers, tiles and files of the older release are served beside the newer one, and are its own. */
    @Test
    void anOlderReleaseStaysWhereItWas() throws Exception {
        String items = "/ogc/collections/people-by-beat/items?datetime=";
        JsonNode features = CITY.json(items + "2026-03-31").get("features");
        assertThat(features).isNotEmpty();
        for (JsonNode feature : features) {
            assertThat(feature.at("/properties/release").asText()).isEqualTo("2026-03-31.1");
        }
        String tile = "/ogc/collections/people-by-beat/tiles/WebMercatorQuad/10/374/213?datetime=";
        HttpResponse<byte[]> olderTile = CITY.getBytes(tile + "2026-03-31");
        assertThat(olderTile.statusCode()).isEqualTo(200);
        assertThat(olderTile.body())
                .isNotEmpty()
                .isNotEqualTo(CITY.getBytes(tile + "2026-06-30").body());
        JsonNode older = CITY.json("/layers/people-by-beat.geojson?release=2026-03-31.1");
        assertThat(older.get("features"))
                .isEqualTo(features)
                .isNotEqualTo(CITY.json("/layers/people-by-beat.geojson").get("features"));
        JsonNode layers = CITY.json("/releases/2026-03-31.1").get("layers");
        assertThat(layers).isNotEmpty();
        for (JsonNode layer : layers) {
            URI address = URI.create(layer.get("features").asText());
            assertThat(CITY.get(address.getPath() + "?" + address.getQuery()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aCollectionSaysWhoAnswersForItAndOnWhatTerms() throws Exception {
        JsonNode beats = CITY.json("/ogc/collections/people-by-beat");
        assertThat(beats.get("keywords")).isNotEmpty();
        assertThat(beats.at("/language/code").asText()).isEqualTo("en");
        assertThat(beats.get("created").asText())
                .isLessThan(beats.get("updated").asText());
        assertThat(beats.get("license").asText()).isEqualTo("other");
        assertThat(beats.at("/contacts/0/contactInstructions").asText()).isEqualTo("data@smallcity.example");
        assertThat(beats.at("/contacts/1/name").asText()).isEqualTo("Small County Supervision");
        assertThat(beats.findValuesAsText("rel")).contains("license", "describedby");
        JsonNode collections = CITY.json("/ogc/collections").get("collections");
        assertThat(collections).hasSizeGreaterThan(1);
        for (JsonNode listed : collections) {
            JsonNode alone = CITY.json("/ogc/collections/" + listed.get("id").asText());
            assertThat(listed).isEqualTo(alone);
        }
        assertThat(CITY.json("/ogc").findValuesAsText("href"))
                .contains(
                        CITY.uri("/catalog/dcat-us.json").toString(),
                        CITY.uri("/data.json").toString());
    }
}
