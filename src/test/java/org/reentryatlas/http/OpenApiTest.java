package org.reentryatlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiTest {
    private static final JsonNode DOCUMENT = Json.read(OpenApi.json("https://atlas.example"));

    @Test
    void everyOperationMayAnswerWhatTheServerDoesItself() {
        assertThat(DOCUMENT.get("paths")).isNotEmpty();
        for (JsonNode path : DOCUMENT.get("paths")) {
            for (JsonNode operation : path) {
                assertThat(operation.get("responses").fieldNames())
                        .toIterable()
                        .as(operation.toString())
                        .contains("405", "414", "429", "431", "503")
                        // Or leads to where it goes on.
                        .anyMatch(status -> status.startsWith("2") || status.equals("303"));
            }
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(DOCUMENT.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(DOCUMENT.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
    }
}
