package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.HtmlPage;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** Events as pages without script, as JSON-LD and as GeoJSON: what everybody may see, and nothing else. */
class EventPagesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "</script><script>alert(1)</script> & \"quotes\" {{say.map}} <!--";

    private static Staff supervision;
    private static Staff police;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "events supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "events police", "planner", "police");
    }

    private static String soon(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private static ObjectNode cleanUp(String title, String day) throws Exception {
        ObjectNode plan = (ObjectNode) JSON.readTree("""
                {"kind": "clean_up", "description": "Gloves are there.\\nBring water.",
                 "starts": "%1$sT09:00", "ends": "%1$sT13:00",
                 "rally": {"name": "Recreation centre", "lon": -105.095, "lat": 43.505},
                 "sites": ["1200 to 1300 blocks of Heron Street NW"], "volunteers": 24,
                 "supervisionPart": "Brings ten officers.", "notes": "Talk to the school first.",
                 "shifts": [{"id": "a", "name": "Morning", "starts": "%1$sT09:00", "ends": "%1$sT11:00", "places": 2}]}""".formatted(day));
        return plan.put("title", title);
    }

    private static String draft(JsonNode plan) throws Exception {
        return Staff.body(supervision.post("/outreach/plans", plan.toString()), 201)
                .get("id")
                .asText();
    }

    private static String publish(ObjectNode plan, String policeField) throws Exception {
        String id = draft(plan);
        String path = "/outreach/plans/" + id;
        ObjectNode whole = supervision.read(path).get("plan").deepCopy();
        Staff.body(police.put(path, whole.put(policeField, "P-1").toString(), 1), 200);
        for (Staff agency : List.of(police, supervision)) {
            Staff.body(agency.post(path + "/consent", "{\"version\": 2}"), 200);
        }
        Staff.body(police.post(path + "/publish", "{\"version\": 2}"), 200);
        return id;
    }

    private static HtmlPage page(String path) throws Exception {
        HttpResponse<String> answer = CITY.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        HtmlPage page = HtmlPage.parse(answer.body());
        assertThat(page.faults()).isEmpty();
        return page;
    }

    private static String text(HtmlPage page) {
        return page.all("main").get(0).getTextContent().replaceAll("\\s+", " ");
    }

    private static JsonNode data(HtmlPage page) throws Exception {
        List<Element> blocks = page.all("script").stream()
                .filter(script -> script.getAttribute("type").equals("application/ld+json"))
                .toList();
        assertThat(blocks).hasSize(1);
        return JSON.readTree(blocks.get(0).getTextContent());
    }

    private static List<String> hrefs(HtmlPage page) {
        return page.all("a").stream().map(link -> link.getAttribute("href")).toList();
    }

    @Test
    void aPageSaysWhatWhenAndWhereAndHowManyPlacesAreFree() throws Exception {
        String id = publish(cleanUp("Heron Street in the open", soon(20)), "policePart");
        Staff.body(
                CITY.send(HttpRequest.newBuilder(CITY.uri("/outreach/plans/" + id + "/sign-ups"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"shift\": \"a\", \"name\": \"Somebody\"}"))
                        .build()),
                201);
        HtmlPage page = page("/events/" + id + "?lang=en");
        assertThat(text(page))
                .contains("Heron Street in the open", "Recreation centre", "1200 to 1300 blocks of Heron Street NW")
                .contains("Gloves are there.", "Brings ten officers.", "1 of 2 left", "9:00", "America/Denver")
                .doesNotContain("school", "Somebody");
        assertThat(hrefs(page))
                .contains(
                        "/outreach.html?lang=en#plan=" + id,
                        "/outreach/plans/" + id + "/event.ics?lang=en&reminder=P1D",
                        "/events?lang=en",
                        "/events/" + id + "?lang=es");
        assertThat(text(page("/events/" + id + "?lang=es"))).contains("Cuándo", "Quedan 1 de 2", "Cuadras");
        assertThat(hrefs(page("/events?lang=en"))).contains("/events/" + id + "?lang=en");
        assertThat(hrefs(page("/events?lang=en&area=01")))
                .contains("/events/" + id + "?lang=en", "/events?lang=es&area=01");
        assertThat(hrefs(page("/events?lang=en&area=12"))).doesNotContain("/events/" + id + "?lang=en");
    }

    @Test
    void aTitleEndsNoScriptAndIsNoMarkup() throws Exception {
        String id = publish(cleanUp(HOSTILE, soon(21)), "policePart");
        HttpResponse<String> answer = CITY.get("/events/" + id + "?lang=en");
        assertThat(answer.body()).doesNotContain("<script>alert", "<!--");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';")
                .doesNotContain("unsafe", "nonce", "sha256");
        HtmlPage page = page("/events/" + id + "?lang=en");
        assertThat(page.all("h1").get(0).getTextContent()).isEqualTo(HOSTILE);
        assertThat(data(page).get("name").asText()).isEqualTo(HOSTILE);
        assertThat(page.all("script")).as("theme.js and the data").hasSize(2);
        assertThat(text(page("/events?lang=en"))).contains(HOSTILE);
        assertThat(feature(id).get("title").asText()).isEqualTo(HOSTILE);
    }

    @Test
    void machinesReadAnEventOfSchemaOrg() throws Exception {
        String id = publish(cleanUp("For machines", soon(22)), "policePart");
        JsonNode event = data(page("/events/" + id));
        assertThat(event.get("@context").asText()).isEqualTo("https://schema.org");
        assertThat(event.get("@type").asText()).isEqualTo("Event");
        OffsetDateTime starts = OffsetDateTime.parse(event.get("startDate").asText());
        assertThat(starts.toLocalDateTime()).isEqualTo(soon(22) + "T09:00");
        assertThat(OffsetDateTime.parse(event.get("endDate").asText())).isEqualTo(starts.plusHours(4));
        assertThat(event.get("eventStatus").asText()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(event.get("eventAttendanceMode").asText())
                .isEqualTo("https://schema.org/OfflineEventAttendanceMode");
        assertThat(event.get("isAccessibleForFree").isBoolean()).isTrue();
        assertThat(event.get("url").asText()).endsWith("/events/" + id).startsWith("http");
        JsonNode place = event.get("location");
        assertThat(place.get("@type").asText()).isEqualTo("Place");
        assertThat(place.get("name").asText()).isEqualTo("Recreation centre");
        assertThat(place.get("geo").toString())
                .isEqualTo("{\"@type\":\"GeoCoordinates\",\"latitude\":43.505,\"longitude\":-105.095}");
        assertThat(event.get("organizer").get("name").asText()).isEqualTo("Small City");
        assertThat(event.get("description").asText()).contains("Gloves");
    }

    @Test
    void whatIsCalledOffSaysSoEverywhere() throws Exception {
        String id = publish(cleanUp("To be rained out", soon(23)), "policePart");
        Staff.body(police.post("/outreach/plans/" + id + "/cancel", "{\"reason\": \"Storm & hail\"}"), 200);
        HtmlPage page = page("/events/" + id + "?lang=en");
        assertThat(text(page)).contains("Called off: Storm & hail").doesNotContain("Sign up");
        assertThat(data(page).get("eventStatus").asText()).isEqualTo("https://schema.org/EventCancelled");
        assertThat(text(page("/events?lang=es"))).contains("Cancelado: Storm & hail");
        assertThat(feature(id).get("status").asText()).isEqualTo("called_off");
    }

    @Test
    void whatIsOverHasItsResults() throws Exception {
        String id = publish(cleanUp("Long done", soon(-9)), "policePart");
        assertThat(text(page("/events/" + id + "?lang=en"))).contains("Nobody has written it down yet.");
        String result =
                "{\"volunteers\": 31, \"hours\": 90, \"bags\": 1234, \"handedOut\": 0, \"photos\": [], \"followUps\": \"\"}";
        assertThat(police.put("/outreach/plans/" + id + "/result", result, 0).statusCode())
                .isLessThan(300);
        assertThat(text(page("/events/" + id + "?lang=en")))
                .contains("1,234")
                .doesNotContain("Sign up", "Can be called off");
    }

    private static JsonNode features(String query) throws Exception {
        HttpResponse<String> answer = CITY.get("/outreach/events.geojson" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/geo+json");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        return JSON.readTree(answer.body());
    }

    private static JsonNode feature(String id) throws Exception {
        for (JsonNode feature : features("").get("features")) {
            if (feature.get("id").asText().equals(id)) {
                return feature.get("properties");
            }
        }
        throw new AssertionError("no feature " + id);
    }

    @Test
    void mapsOfOthersGetAPointForEach() throws Exception {
        String id = publish(cleanUp("On maps", soon(24)), "policePart");
        JsonNode properties = feature(id);
        assertThat(properties.get("kind").asText()).isEqualTo("clean_up");
        assertThat(properties.get("volunteers").asInt()).isEqualTo(24);
        assertThat(properties.get("areas").toString()).isEqualTo("[\"01\",\"02\"]");
        assertThat(properties.get("starts").asText()).matches(soon(24) + "T09:00:00-0[67]:00");
        assertThat(properties.get("status").asText()).isEqualTo("scheduled");
        JsonNode all = features("?from=" + soon(24) + "&to=" + soon(25));
        assertThat(all.get("type").asText()).isEqualTo("FeatureCollection");
        assertThat(all.get("features").get(0).get("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[-105.095,43.505]}");
        assertThat(features("?from=" + soon(24) + "&to=" + soon(25) + "&area=12")
                        .get("features"))
                .isEmpty();
    }

    @Test
    void draftsAndToursAreNowhereNotEvenForPlanners() throws Exception {
        String unfinished = draft(cleanUp("A draft nobody sees", soon(25)));
        ObjectNode tour = (ObjectNode) JSON.readTree("""
                {"kind": "tour", "area": "01", "starts": "%1$sT16:00", "ends": "%1$sT19:00",
                 "supervisionOfficer": "S-77", "purpose": "routine_contact"}""".formatted(soon(25)));
        String hidden = publish(tour, "policeOfficer");
        for (String id : List.of(unfinished, hidden)) {
            assertThat(CITY.get("/events/" + id).statusCode()).isEqualTo(404);
            assertThat(supervision.get("/events/" + id).statusCode()).isEqualTo(404);
        }
        for (String path : List.of("/events", "/outreach/events.geojson")) {
            assertThat(Stream.of(CITY.get(path), supervision.get(path)).map(HttpResponse::body))
                    .allMatch(body -> !body.contains("A draft nobody sees") && !body.contains("S-77"))
                    .allMatch(body -> !body.contains(hidden) && !body.contains(unfinished));
        }
    }

    @Test
    void theLanguageIsThatOfTheBrowserUnlessOneIsNamed() throws Exception {
        HttpResponse<String> wished = CITY.send(HttpRequest.newBuilder(CITY.uri("/events"))
                .header("Accept-Language", "es-MX")
                .build());
        assertThat(wished.body()).contains("<html lang=\"es\">");
        assertThat(wished.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "x", "%3Cscript%3E", "..%2f"})
    void whatIsNotThereIsSaid(String id) throws Exception {
        assertThat(CITY.get("/events/" + id).statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "/events?lang=fr, LANGUAGE_UNKNOWN",
        "/events?page=2, PARAMETER_UNKNOWN",
        "/outreach/events.geojson?from=x, PARAMETER_INVALID",
        "/outreach/events.geojson?from=2026-01-02&to=2026-01-01, PARAMETER_INVALID"
    })
    void whatCannotBeAskedIsRefused(String path, String code) throws Exception {
        assertThat(Staff.body(CITY.get(path), 400).get("code").asText()).isEqualTo(code);
    }
}
