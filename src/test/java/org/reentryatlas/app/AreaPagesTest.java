package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reentryatlas.support.HtmlPage;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of areas, held against the layers and against what the map says. */
class AreaPagesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static List<String> levels() throws Exception {
        List<String> levels = new ArrayList<>();
        CITY.json("/api/map")
                .get("levels")
                .forEach(level -> levels.add(level.get("code").asText()));
        return levels;
    }

    private static JsonNode features(String level) throws Exception {
        return CITY.json("/ogc/collections/people-by-" + level + "/items").get("features");
    }

    private static HtmlPage page(String path) throws Exception {
        HttpResponse<String> response = CITY.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        HtmlPage page = HtmlPage.parse(response.body());
        assertThat(page.faults()).as(path).isEmpty();
        return page;
    }

    private static List<String> links(String path) throws Exception {
        return page(path).all("a").stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    /** The rows of the only table of numbers. */
    private static Map<String, List<String>> numbers(HtmlPage page) {
        return page.table(
                HtmlPage.inside(page.all("table").get(0), "caption").get(0).getTextContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyAreaOfEveryLevelSaysWhatTheMapSays(String language) throws Exception {
        JsonNode said = said(language);
        assertThat(said).hasSizeGreaterThan(30);
        for (JsonNode area : said) {
            String path = area.get("path").asText();
            HtmlPage page = page(path + "?lang=" + language);
            String text = page.document().getDocumentElement().getTextContent();
            area.get("sentences").forEach(sentence -> assertThat(text).as(path).contains(sentence.asText()));
            Map<String, List<String>> rows = numbers(page);
            area.get("cells").properties().forEach(cell -> {
                List<String> row = Objects.requireNonNull(rows.get(cell.getKey()), cell.getKey());
                JsonNode expected = cell.getValue();
                assertThat(row.get(0).replace("\u00a0±", ""))
                        .as(path)
                        .isEqualTo(expected.get(0).asText());
                int last = row.size() - 1;
                if (expected.size() > 1 && area.get("isWhole").asBoolean()) {
                    assertThat(row.get(last)).as(path).isEqualTo(expected.get(1).asText());
                } else if (expected.size() > 1) {
                    assertThat(row.subList(last - 1, last + 1))
                            .as(path)
                            .containsExactly(
                                    expected.get(1).asText(), expected.get(2).asText());
                }
            });
        }
    }

    /** Asks the modules of the page, run by Node. */
    private static JsonNode said(String language) throws Exception {
        ObjectNode input = JSON.createObjectNode();
        input.set("config", CITY.json("/api/map"));
        ArrayNode layers = input.putArray("layers");
        for (String level : levels()) {
            layers.addObject().put("level", level).set("features", features(level));
        }
        String script = Path.of(
                        Objects.requireNonNull(AreaPagesTest.class.getResource("/org/reentryatlas/app/sentences.mjs"))
                                .toURI())
                .toString();
        Process node = new ProcessBuilder(
                        "node", script, Path.of("frontend").toAbsolutePath().toString(), language)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        CompletableFuture<Void> asked = CompletableFuture.runAsync(() -> {
            try (OutputStream in = node.getOutputStream()) {
                JSON.writeValue(in, input);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.get(1, TimeUnit.MINUTES);
        assertThat(node.waitFor()).isZero();
        return JSON.readTree(output);
    }

    @Test
    void everyAreaIsInTheListOfItsLevelWithTheNumbersOfItsLayer() throws Exception {
        int hidden = 0;
        for (String level : levels()) {
            HtmlPage list = page("/areas/" + level + "?lang=en");
            List<Element> rows = HtmlPage.inside(list.all("tbody").get(0), "tr");
            JsonNode features = features(level);
            assertThat(rows).hasSize(features.size());
            for (int row = 0; row < rows.size(); row++) {
                JsonNode properties = features.get(row).get("properties");
                assertThat(HtmlPage.inside(rows.get(row), "a").get(0).getAttribute("href"))
                        .isEqualTo(
                                "/areas/" + level + "/" + properties.get("key").asText() + "?lang=en");
                String people = HtmlPage.cells(rows.get(row)).get(1);
                if (properties.get("people_status").asText().equals("hidden")) {
                    hidden++;
                    assertThat(people).isEqualTo("Hidden for privacy");
                } else {
                    assertThat(people.replaceAll("[,\u00a0±]", ""))
                            .isEqualTo(properties.get("people").asText());
                }
            }
        }
        assertThat(hidden).as("what is hidden").isPositive();
    }

    @Test
    void everyLevelIsOnTheFirstPage() throws Exception {
        List<String> links = links("/areas?lang=en");
        for (String level : levels()) {
            assertThat(links).contains("/areas/" + level + "?lang=en");
        }
    }

    @Test
    void comparesWithTheAreaAboveAndTheWholeJurisdiction() throws Exception {
        HtmlPage page = page("/areas/beat/07?lang=en");
        Map<String, List<String>> rows = numbers(page);
        assertThat(rows.get("What is counted"))
                .containsExactly("Here", "Sector S3", "Small City", "Per 1,000 residents", "Times Small City");
        String city = features("city").get(0).get("properties").get("people").asText();
        assertThat(Objects.requireNonNull(rows.get("People under supervision")).get(2))
                .isEqualTo(city);
    }

    @Test
    void aConfidentialSiteHasNeitherAddressNorMark() throws Exception {
        for (JsonNode beat : features("beat")) {
            String path = "/areas/beat/" + beat.get("id").asText();
            String html = CITY.get(path + "?lang=en").body();
            assertThat(html).doesNotContain("Hidden Lane").contains("Confidential; call first", "3 Open Street");
            assertThat(html).doesNotContain("</span> Safe House");
        }
    }

    @Test
    void theMapIsAPictureWithAText() throws Exception {
        HtmlPage page = page("/areas/beat/01?lang=en");
        Element map = page.all("img").get(0);
        assertThat(map.getAttribute("alt")).startsWith("Map: Beat 01, Beat 1").contains("Food Pantry");
        HttpResponse<byte[]> picture = CITY.getBytes(map.getAttribute("src"));
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(picture.body()))
                        .getWidth())
                .isEqualTo(1280);
    }

    @Test
    void spanishIsForWhoeverNamesItOrWouldRatherHaveIt() throws Exception {
        String named = CITY.get("/areas/beat/01?lang=es").body();
        for (int again = 0; again < 2; again++) {
            for (String wish : List.of("es-MX,es;q=0.9,en;q=0.5", "es")) {
                HttpResponse<String> wished = get("/areas/beat/01", wish);
                assertThat(wished.body()).isEqualTo(named);
                assertThat(wished.headers().firstValue("Content-Language")).contains("es");
                assertThat(wished.headers().firstValue("Vary").orElse("")).contains("Accept-Language");
            }
            for (String wish : List.of("en-US,en;q=0.9,es;q=0.5", "fr", ";;;,q=", "es;q=x")) {
                assertThat(get("/areas/beat/01", wish).body()).as(wish).contains("<html lang=\"en\">");
            }
        }
        assertThat(named).contains("<html lang=\"es\">", "Zona policial 01", "Personas bajo supervisión");
        JsonNode map = CITY.json("/api/map");
        for (String list : List.of("measures", "categories")) {
            map.get(list)
                    .forEach(entry -> assertThat(named)
                            .as("a name that is translated")
                            .doesNotContain(">"
                                    + entry.path("title")
                                            .asText(entry.path("name").asText()) + "<"));
        }
    }

    /** Whoever reads Spanish is led to no page in English that there is in Spanish too. */
    @ParameterizedTest
    @CsvSource({"en, es", "es, en"})
    void linksStayInTheLanguageAndLeadSomewhere(String language, String other) throws Exception {
        for (String path : List.of("/areas", "/areas/beat", "/areas/beat/07", "/services")) {
            List<String> links = links(path + "?lang=" + language);
            assertThat(links)
                    .filteredOn(link -> link.matches("/(areas|services|why|[?#]).*"))
                    .hasSizeGreaterThan(3)
                    .allMatch(link -> link.contains("?lang=" + language) || link.equals(path + "?lang=" + other));
            for (String link : links) {
                assertThat(CITY.get(link.replaceFirst("#.*", "")).statusCode())
                        .as(link)
                        .isEqualTo(200);
            }
        }
        assertThat(links("/areas/beat/07?lang=" + language))
                .contains("/why.html?lang=" + language, "/?lang=" + language + "#level=beat&area=07");
    }

    private static HttpResponse<String> get(String path, String wish) throws Exception {
        return CITY.send(HttpRequest.newBuilder(CITY.uri(path))
                .header("Accept-Language", wish)
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "/areas/nowhere, 404, NOT_FOUND",
        "/areas/beat/99, 404, NOT_FOUND",
        "/areas/beat/99/brief.pdf, 404, NOT_FOUND",
        "/areas/beat/99/map.png, 404, NOT_FOUND",
        "/areas/providers, 404, NOT_FOUND",
        "/areas/beat/%3Cscript%3E, 404, NOT_FOUND",
        "/areas/beat/..%2f..%2fetc%2fpasswd, 404, NOT_FOUND",
        "/areas/beat/01%00, 400, HTTP_400",
        "/areas?lang=fr, 400, LANGUAGE_UNKNOWN",
        "/areas/beat?lang=, 400, LANGUAGE_UNKNOWN",
        "/areas/beat/01?lang=en&lang=es, 400, PARAMETER_REPEATED",
        "/areas/beat/01?paper=a4, 400, PARAMETER_UNKNOWN",
        "/areas/beat/01/brief.pdf?paper=a5, 400, PAPER_UNKNOWN",
        "/areas/beat/01/map.png?lang=en, 400, PARAMETER_UNKNOWN"
    })
    void whatIsNotThereIsSaidInTheFormOfAllErrors(String path, int status, String code) throws Exception {
        HttpResponse<String> response = CITY.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).get("code").asText()).isEqualTo(code);
    }
}
