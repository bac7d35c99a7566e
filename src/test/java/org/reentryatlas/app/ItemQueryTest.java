package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;

/** What may be asked of the features of a collection, and what an answer then tells. */
class ItemQueryTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    /** Beat 04 holds few: its number is hidden, and no order tells where it lies among the others. */
    @Test
    void whatIsHiddenComesLastWhicheverWayItIsSorted() throws Exception {
        String items = "/ogc/collections/people-by-beat/items?properties=people&sortby=";
        for (String order : List.of("people", "-people")) {
            List<JsonNode> people = new ArrayList<>();
            CITY.json(items + order).get("features").forEach(beat -> people.add(beat.at("/properties/people")));
            List<Integer> shown = people.stream()
                    .takeWhile(value -> !value.isNull())
                    .map(JsonNode::asInt)
                    .toList();
            assertThat(people.subList(shown.size(), people.size())).isNotEmpty().allMatch(JsonNode::isNull);
            assertThat(shown).isSortedAccordingTo(order.startsWith("-") ? Comparator.reverseOrder() : naturalOrder());
        }
    }

    @Test
    void onlyThePropertiesAskedForAreSent() throws Exception {
        JsonNode properties = CITY.json("/ogc/collections/people-by-beat/items?properties=people,name&limit=1")
                .at("/features/0/properties");
        assertThat(properties.fieldNames()).toIterable().containsExactly("name", "people");
        assertThat(CITY.json("/ogc/collections/people-by-beat/items?properties=&limit=1")
                        .at("/features/0/properties"))
                .isEmpty();
    }

    /** The city is made of beats, whose corners lie along its straight edges. */
    @Test
    void areasAreSimplifiedForTheScreenAndSayTheSame() throws Exception {
        String items = "/ogc/collections/people-by-city/items?limit=10";
        JsonNode whole = CITY.json(items).at("/features/0");
        JsonNode simpler = CITY.json(items + "&simplified=true").at("/features/0");
        assertThat(corners(simpler)).isBetween(5, corners(whole) - 1);
        assertThat(simpler.get("properties")).isEqualTo(whole.get("properties"));
        assertThat(CITY.json(items + "&simplified=false").at("/features/0")).isEqualTo(whole);
        assertThat(CITY.json("/ogc/collections/providers/items?simplified=true").get("features"))
                .isEqualTo(CITY.json("/ogc/collections/providers/items").get("features"));
        HttpResponse<String> unclear = CITY.get(items + "&simplified=maybe");
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.body()).contains("PARAMETER_INVALID", "simplified");
    }

    private static int corners(JsonNode feature) {
        int corners = 0;
        for (JsonNode polygon : feature.at("/geometry/coordinates")) {
            for (JsonNode ring : polygon) {
                corners += ring.size();
            }
        }
        return corners;
    }

    @Test
    void aPropertyIsAParameter() throws Exception {
        assertThat(CITY.ids("/ogc/collections/people-by-beat/items?key=02")).containsExactly("02");
        assertThat(CITY.ids("/ogc/collections/people-by-beat/items?people_status=hidden"))
                .contains("04");
        assertThat(CITY.ids("/ogc/collections/people-by-beat/items?low_hit_rate=true"))
                .isEmpty();
        assertThat(CITY.ids("/ogc/collections/providers/items?categories=housing"))
                .containsExactly("B2");
        assertThat(CITY.ids("/ogc/collections/people-by-beat/items?reference_date=2026-06-30"))
                .hasSize(12);
    }

    private static List<String> filtered(String collection, String filter, String more) throws Exception {
        return CITY.ids("/ogc/collections/" + collection + "/items?filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8) + more);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people-by-beat | people > 60 | 07;08",
                "people-by-beat | people BETWEEN 55 AND 65 AND name LIKE 'Beat%' AND NOT key = '05' | 01",
                "people-by-beat | key IN ('02', '03') | 02;03",
                "people-by-beat | S_INTERSECTS(geometry, POINT(-105.095 43.505)) | 01",
                "people-by-beat | T_INTERSECTS(reference_date, INTERVAL('2027-01-01', '..')) | ''",
                "providers | A_CONTAINS(categories, ('food')) | A/1",
                "providers | CASEI(name) = CASEI('JOB centre') | C3",
                "providers | category IS NOT NULL AND confidential = true | B2",
                "providers | S_WITHIN(geometry, BBOX(-105.075, 43.5, -105, 43.6)) | C3"
            })
    void aFilterKeepsWhatItSays(String collection, String filter, String ids) throws Exception {
        List<String> expected = ids.isEmpty() ? List.of() : List.of(ids.split(";"));
        assertThat(filtered(collection, filter, "")).isEqualTo(expected);
    }

    @Test
    void aFilterMayBeJsonAndItsCoordinatesInAnotherSystem() throws Exception {
        assertThat(filtered(
                        "people-by-beat",
                        "{\"op\":\"in\",\"args\":[{\"property\":\"key\"},[\"02\",\"03\"]]}",
                        "&filter-lang=cql2-json"))
                .containsExactly("02", "03");
        assertThat(filtered(
                        "people-by-beat",
                        "S_INTERSECTS(geometry, POINT(43.505 -105.095))",
                        "&filter-crs=http://www.opengis.net/def/crs/EPSG/0/4326"))
                .containsExactly("01");
    }

    /** The bound of a filter is met before that of the headers of a request. */
    @Test
    void aFilterMayBeAsLongAsIsSaid() throws Exception {
        assertThat(filtered("people-by-beat", "key='" + "0".repeat(4_994) + "'", ""))
                .isEmpty();
        HttpResponse<String> response =
                CITY.get("/ogc/collections/people-by-beat/items?filter=key=%27" + "0".repeat(4_995) + "%27");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("FILTER_INVALID", "longer than 5000 characters (at character 5001)");
    }

    /**
     * What is hidden answers no question: a condition on it and the contrary find the same features, and together with a box
     * and in any order too.
     */
    @Test
    void noFilterFindsOutWhatIsHidden() throws Exception {
        JsonNode features = CITY.json("/ogc/collections/people-by-beat/items").get("features");
        Set<String> hidden = new TreeSet<>();
        features.forEach(beat -> {
            if (beat.at("/properties/people_status").asText().equals("hidden")) {
                hidden.add(beat.get("id").asText());
            }
        });
        assertThat(hidden).isNotEmpty();
        for (int bound = 0; bound <= 12; bound++) {
            for (String condition : List.of(
                    "people < " + bound,
                    "people >= " + bound,
                    "NOT (people < " + bound + ")",
                    "people = " + bound,
                    "people <> " + bound,
                    "people * 2 > " + bound,
                    "people BETWEEN 0 AND " + bound,
                    "people NOT BETWEEN 0 AND " + bound,
                    "people IN (1, " + bound + ")",
                    "people_rate < " + bound,
                    "people_quotient >= 0.1",
                    "people_unstable = true",
                    "people > need_housing")) {
                assertThat(filtered("people-by-beat", condition, "&sortby=-people"))
                        .as(condition)
                        .doesNotContainAnyElementsOf(hidden);
            }
        }
        assertThat(filtered("people-by-beat", "people IS NULL", "")).containsExactlyElementsOf(hidden);
        assertThat(filtered("people-by-beat", "people >= 0", "")).hasSize(features.size() - hidden.size());
    }

    /** Every property of a feature is described, with the type that it has. */
    @ParameterizedTest
    @ValueSource(strings = {"people-by-beat", "people-by-city", "people-by-hex_8", "providers"})
    void theSchemaHoldsForEveryFeature(String collection) throws Exception {
        String base = "/ogc/collections/" + collection;
        Set<ValidationMessage> all = new TreeSet<>(Comparator.comparing(ValidationMessage::getMessage));
        ObjectNode schema = (ObjectNode) CITY.json(base + "/schema");
        List<String> names = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(names::add);
        // Each may be null, which a schema of this kind does not say.
        schema.get("properties").forEach(property -> {
            if (property instanceof ObjectNode described && described.has("type")) {
                String type = described.get("type").asText();
                described.putArray("type").add(type).add("null");
                if (described.has("enum")) {
                    ((ArrayNode) described.get("enum")).addNull();
                }
            }
        });
        schema.withObject("/properties").remove("geometry");
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        JsonNode features = CITY.json(base + "/items").get("features");
        assertThat(features).isNotEmpty();
        features.forEach(feature -> all.addAll(validator.validate(feature.get("properties"))));
        assertThat(all).isEmpty();
        assertThat(CITY.json(base + "/queryables").get("properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(names);
    }
}
