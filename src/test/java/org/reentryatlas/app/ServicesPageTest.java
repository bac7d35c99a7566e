package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.HtmlPage;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the service directory. */
class ServicesPageTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static String page(String query) throws Exception {
        HttpResponse<String> response = CITY.get("/services" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body();
    }

    @Test
    void everyServiceOfTheDirectoryIsThere() throws Exception {
        String all = page("");
        JsonNode features = CITY.json("/ogc/collections/providers/items").get("features");
        assertThat(features).isNotEmpty();
        for (JsonNode feature : features) {
            assertThat(all).contains(feature.at("/properties/name").asText());
        }
        assertThat(all).contains("1 Open Street").doesNotContain("Hidden Lane").contains("Confidential");
    }

    @ParameterizedTest
    @CsvSource({
        "?category=food, Food Pantry, Job Centre",
        "?find=JOB%20centre, Job Centre, Food Pantry",
        "?find=open%20pantry, Food Pantry, Job Centre",
        "?category=employment&find=open, Job Centre, Food Pantry"
    })
    void isNarrowedByKindAndByWords(String query, String there, String gone) throws Exception {
        assertThat(page(query)).contains(there).doesNotContain(gone);
    }

    /** What was looked for is text in its field again, whatever it is, and no secret address is found by its words. */
    @Test
    void whatIsLookedForIsText() throws Exception {
        assertThat(page("?find=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"))
                .doesNotContain("<script>alert")
                .contains("No service fits");
        assertThat(page("?find=hidden%20lane")).contains("No service fits").doesNotContain("Safe House");
    }

    @Test
    void speaksSpanish() throws Exception {
        String spanish = page("?lang=es");
        assertThat(spanish)
                .contains("<html lang=\"es\">", "Alimentos", "Dirección")
                .doesNotContain("Address</dt>");
        assertThat(Pattern.compile("href=\"/(areas|services)\\?lang=es\"")
                        .matcher(spanish)
                        .results())
                .hasSizeGreaterThan(1);
    }

    @Test
    void theOtherLanguageShowsTheSameSearch() throws Exception {
        assertThat(HtmlPage.parse(page("?lang=en&find=open%20pantry&category=food"))
                        .all("a"))
                .extracting(link -> link.getAttribute("href"))
                .contains("/services?lang=es&category=food&find=open%20pantry");
        assertThat(page("?lang=es&category=food&find=open%20pantry"))
                .contains("Food Pantry")
                .doesNotContain("Job Centre");
    }

    @ParameterizedTest
    @CsvSource({"?category=nothing, CATEGORY_UNKNOWN", "?colour=red, PARAMETER_UNKNOWN"})
    void refusesWhatItDoesNotKnow(String query, String code) throws Exception {
        HttpResponse<String> response = CITY.get("/services" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(code);
    }

    @Test
    void refusesALongSearch() throws Exception {
        assertThat(page("?find=" + "a".repeat(100))).contains("No service fits");
        assertThat(CITY.get("/services?find=" + "a".repeat(101)).body()).contains("FIND_TOO_LONG");
    }
}
