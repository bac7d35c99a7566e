package org.reentryatlas.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reentryatlas.upkeep.Priority;
import org.reentryatlas.upkeep.Priority.Component;
import org.reentryatlas.upkeep.Priority.Place;
import org.reentryatlas.upkeep.Priority.Ranked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The places that the page's own test ranks, too: server and browser come to the same scores. */
class UrgencyTest {
    private static final Path SHARED = Path.of("frontend/test/urgency.json");

    @Test
    void theServerRanksAsTheBrowserDoes() throws Exception {
        JsonNode shared = new ObjectMapper().readTree(Files.readString(SHARED));
        List<Component> components = new ArrayList<>();
        for (JsonNode part : shared.get("parts")) {
            components.add(new Component(
                    part.get("code").asText(),
                    part.get("weight").asDouble(),
                    part.get("unknown").asDouble()));
        }
        List<Place> places = new ArrayList<>();
        for (JsonNode place : shared.get("places")) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < components.size(); i++) {
                JsonNode value = place.get("values").get(i);
                double zero = shared.get("parts").get(i).get("zero").asDouble();
                values.add(value.isNull() ? Double.NaN : value.asDouble() - zero);
            }
            places.add(new Place(place.get("key").asText(), values));
        }
        for (int i = 0; i < components.size(); i++) {
            int part = i;
            assertThat(Priority.scale(places.stream()
                            .mapToDouble(place -> place.values().get(part))
                            .toArray()))
                    .as(components.get(i).code())
                    .isEqualTo(shared.get("parts").get(i).get("scale").asDouble());
        }
        List<Ranked> ranked = Priority.rank(components, places);
        assertThat(ranked).hasSize(shared.get("ranked").size());
        for (int i = 0; i < ranked.size(); i++) {
            JsonNode expected = shared.get("ranked").get(i);
            assertThat(ranked.get(i).key()).isEqualTo(expected.get("key").asText());
            assertThat(ranked.get(i).rank()).isEqualTo(expected.get("rank").asInt());
            assertThat(ranked.get(i).score()).isEqualTo(expected.get("score").asDouble());
            for (int part = 0; part < components.size(); part++) {
                assertThat(ranked.get(i).points().get(part))
                        .isCloseTo(expected.get("points").get(part).asDouble(), within(1e-9));
            }
        }
    }
}
