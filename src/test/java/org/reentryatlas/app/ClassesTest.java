package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Class breaks over HTTP. */
class ClassesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static List<Double> shown(String layer, String column, String query) throws Exception {
        List<Double> values = new ArrayList<>();
        for (JsonNode feature :
                CITY.json("/ogc/collections/" + layer + "/items" + query).get("features")) {
            JsonNode properties = feature.get("properties");
            String status = properties.path(column + "_status").asText("shown");
            boolean isNone =
                    column.startsWith("sites") && properties.get(column).asInt() == 0;
            if (status.equals("shown") && !isNone && !properties.get(column).isNull()) {
                values.add(properties.get(column).asDouble());
            }
        }
        return values;
    }

    /** Of every kind of column and date: each published value is in one class, and every end is a published value. */
    @ParameterizedTest
    @CsvSource({
        "people-by-beat, people, quantile",
        "people-by-beat, people, jenks",
        "people-by-beat, people, equal",
        "people-by-hex_7, people, jenks",
        "services-by-beat, sites, jenks",
        "services-by-hex_8, nearest_m, quantile"
    })
    void everyPublishedValueOfEveryDateIsInOneClass(String layer, String column, String method) throws Exception {
        JsonNode answer = CITY.json("/api/classes?layer=" + layer + "&column=" + column + "&method=" + method);
        List<Double> values = new ArrayList<>();
        for (String date : layer.startsWith("people") ? List.of("2026-03-31", "2026-06-30") : List.of("")) {
            values.addAll(shown(layer, column, date.isEmpty() ? "" : "?datetime=" + date));
        }
        assertThat(values).isNotEmpty();
        assertThat(answer.get("dates")).hasSize(layer.startsWith("people") ? 2 : 0);
        assertThat(answer.get("classes").size()).isBetween(1, 5);
        for (double value : values) {
            int holding = 0;
            for (JsonNode range : answer.get("classes")) {
                holding += range.get("from").asDouble() <= value
                                && value <= range.get("to").asDouble()
                        ? 1
                        : 0;
            }
            assertThat(holding).as("%s in %s", value, answer).isEqualTo(1);
        }
        for (JsonNode range : answer.get("classes")) {
            assertThat(values)
                    .contains(range.get("from").asDouble(), range.get("to").asDouble());
        }
    }

    @Test
    void aDateHasClassesOfItsOwn() throws Exception {
        JsonNode answer = CITY.json("/api/classes?layer=people-by-beat&column=people&date=2026-03-31&count=1");
        assertThat(answer.get("dates").toString()).isEqualTo("[\"2026-03-31\"]");
        List<Double> values = shown("people-by-beat", "people", "?datetime=2026-03-31");
        assertThat(answer.at("/classes/0/from").asDouble())
                .isEqualTo(values.stream().min(Double::compare).orElseThrow());
        assertThat(answer.at("/classes/0/to").isInt()).isTrue();
        assertThat(answer.get("method").asText()).isEqualTo("quantile");
    }

    /** Nobody states the residents of this city, so no rate is shown. */
    @Test
    void ofNoValuesThereAreNoClasses() throws Exception {
        assertThat(CITY.json("/api/classes?layer=people-by-beat&column=people_rate")
                        .get("classes"))
                .isEmpty();
    }

    @Test
    void itIsSentFromMemoryWithATag() throws Exception {
        String path = "/api/classes?layer=people-by-beat&column=people&method=equal";
        String tag = CITY.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = CITY.send(HttpRequest.newBuilder(CITY.uri(path))
                .header("If-None-Match", tag)
                .build());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "column=people | 400 | PARAMETER_MISSING",
                "layer=people-by-beat | 400 | PARAMETER_MISSING",
                "layer=people-by-ward&column=people | 404 | NOT_FOUND",
                "layer=people-by-beat&column=persons | 400 | COLUMN_UNKNOWN",
                "layer=people-by-beat&column=name | 400 | COLUMN_UNKNOWN",
                "layer=people-by-beat&column=people&method=pretty | 400 | METHOD_UNKNOWN",
                "layer=people-by-beat&column=people&method=JENKS | 400 | METHOD_UNKNOWN",
                "layer=people-by-beat&column=people&count=0 | 400 | PARAMETER_INVALID",
                "layer=people-by-beat&column=people&date=yesterday | 400 | PARAMETER_INVALID",
                "layer=people-by-beat&column=people&date=2020-01-01 | 404 | NOT_FOUND",
                "layer=services-by-beat&column=sites&date=2026-06-30 | 404 | NOT_FOUND",
                "layer=people-by-beat&column=people&k=3 | 400 | PARAMETER_UNKNOWN"
            })
    void whatCannotBeAnsweredIsNamed(String query, int status, String code) throws Exception {
        HttpResponse<String> response = CITY.get("/api/classes?" + query);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(new ObjectMapper().readTree(response.body()).get("code").asText())
                .isEqualTo(code);
    }
}
