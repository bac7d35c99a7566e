package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Services in and near the areas of the newest release, over HTTP. */
class ServiceLayersTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String BEATS = "/ogc/collections/services-by-beat";

    @Test
    void anAreaSaysWhatIsInItAndHowFarTheNearestIs() throws Exception {
        JsonNode beat = CITY.json(BEATS + "/items/01").get("properties");
        assertThat(beat.get("sites").asInt()).isEqualTo(1);
        assertThat(beat.get("sites_food").asInt()).isEqualTo(1);
        assertThat(beat.get("sites_employment").asInt()).isZero();
        assertThat(beat.get("areas_from").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
        // From the middle of the beat, 0.005 degrees each way.
        assertThat(beat.get("nearest_m").asInt()).isBetween(650, 720);
        assertThat(beat.get("nearest_m_housing").isNull())
                .as("the only one is kept secret")
                .isTrue();
        assertThat(beat.has("people") || beat.has("release")).isFalse();
    }

    /** A site beyond the jurisdiction is near, and in no area. */
    @Test
    void theAreasHaveEverySiteOnce() throws Exception {
        for (String level : List.of("beat", "district", "city", "hex_8")) {
            int sites = 0;
            for (JsonNode area : CITY.json("/ogc/collections/services-by-" + level + "/items")
                    .get("features")) {
                sites += area.at("/properties/sites").asInt();
            }
            assertThat(sites).as(level).isEqualTo(2);
        }
    }

    @Test
    void theLayerSaysWhatCountsNowhere() throws Exception {
        JsonNode collection = CITY.json(BEATS);
        assertThat(collection.get("description").asText())
                .contains("2 sites have a public position and count; 1 whose place is kept secret and 0 without");
        assertThat(collection.at("/extent/temporal").isMissingNode()).isTrue();
        assertThat(CITY.json(BEATS + "/queryables")
                        .at("/properties/nearest_m/description")
                        .asText())
                .contains("as the crow flies", "not where people live");
        assertThat(CITY.json("/api/map").at("/levels/0/services").asText()).isEqualTo("services-by-beat");
    }

    @Test
    void itCanBeFilteredAndSortedAsOthers() throws Exception {
        assertThat(CITY.ids(BEATS + "/items?sites=1"))
                .isNotEmpty()
                .allMatch(List.of("01", "02", "03", "04", "05", "06", "07", "08")::contains);
        assertThat(CITY.ids(BEATS + "/items?filter=nearest_m%20IS%20NULL")).isEmpty();
        assertThat(CITY.ids(BEATS + "/items?sortby=nearest_m&limit=1")).hasSize(1);
        assertThat(CITY.get(BEATS + "/items?people=25").statusCode()).isEqualTo(400);
    }

    @Test
    void theFilesHaveTheSameNumbers() throws Exception {
        JsonNode file = CITY.json("/layers/services-by-beat.geojson");
        assertThat(file.get("features")).isEqualTo(CITY.json(BEATS + "/items").get("features"));
        assertThat(file.at("/about/description").asText())
                .isEqualTo(CITY.json(BEATS).get("description").asText());
        assertThat(CITY.json("/layers").get("services")).hasSize(8);
        assertThat(CITY.get("/layers?f=html").body()).contains("Services by beat");
    }

    @Test
    void theCataloguesHaveIt() throws Exception {
        for (String path : List.of("/data.json", "/catalog/dcat-us.json")) {
            boolean isThere = false;
            for (JsonNode dataset : CITY.json(path).get("dataset")) {
                if (dataset.get("identifier").asText().endsWith(BEATS)) {
                    isThere = true;
                    assertThat(dataset.get("modified").asText()).startsWith("20");
                    assertThat(dataset.get("rights").toString()).contains("Open reference data");
                }
            }
            assertThat(isThere).as(path).isTrue();
        }
    }
}
