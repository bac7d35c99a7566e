package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What no page of ours sends to planners' routes: it is refused by the name of its field, and never an error of the server. */
class OutreachBodiesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static Staff supervision;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "bodies supervision", "planner", "supervision");
    }

    private static void assertRefused(String path, String body, String field, String message) throws Exception {
        JsonNode refused = Staff.body(supervision.post(path, body), 422);
        List<String> faults = new ArrayList<>();
        refused.get("errors")
                .forEach(error -> faults.add(
                        error.get("field").asText() + " " + error.get("message").asText()));
        assertThat(faults).as(body).containsExactly(field + " " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{T}                                    | starts  ",
                "{'starts': null, T}                    | starts  ",
                "{'starts': '2027-05-01T10:00'}         | ends    ",
                "{S, 'sites': [null]}                   | sites[0]",
                "{S, 'permits': [null]}                 | permits[0]",
                "{S, 'rally': {'lon': null, 'lat': 43}} | rally.lon",
                "{S, 'rally': {'lat': 43}}              | rally.lon",
                "{S, 'shifts': [{'id': 'a', 'name': 'x', 'starts': null, 'ends': '2027-05-01T11:00', 'places': 1}]} | shifts[0].starts",
                "{S, 'shifts': [{'id': 'a', 'name': 'x', 'starts': '2027-05-01T10:00', 'ends': '2027-05-01T11:00', 'places': null}]} | shifts[0].places",
            })
    void whatIsMissingIsNamed(String body, String field) throws Exception {
        assertRefused("/outreach/plans", plan(body), field, "is missing");
    }

    private static String plan(String body) {
        return body.replace("S", "'starts': '2027-05-01T10:00', T")
                .replace("T}", "'ends': '2027-05-01T11:00'}")
                .replace("T,", "'ends': '2027-05-01T11:00',")
                .replaceFirst("\\{", "{'kind': 'clean_up', ")
                .replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/outreach/tours           | {'tours': [null]}                                         | tours[0]",
                "/outreach/tours           | {'tours': [{'area': '01', 'starts': null, 'ends': null}]} | tours[0].starts",
                "/outreach/tours/agreement | {'tours': [null]}                                         | tours[0]",
                "/outreach/tours/agreement | {'tours': [{'id': null, 'version': 1}]}                   | tours[0].id",
                "/outreach/tours/agreement | {'tours': [{'id': '00000000-0000-4000-8000-000000000000', 'version': null}]} | tours[0].version",
                "/outreach/rosters         | {'from': null, 'to': '2027-05-10'}                        | from",
                "/outreach/rosters         | {'from': '2027-05-03', 'to': '2027-05-10', 'beats': [null]} | beats[0]",
                "/outreach/rosters         | {'from': '2027-05-03', 'to': '2027-05-10', 'beats': [{'area': '01', 'visitsDue': null}]} | beats[0].visitsDue",
                "/outreach/rosters         | {'from': '2027-05-03', 'to': '2027-05-10', 'closed': [null]} | closed[0]",
                "/outreach/rosters         | {'from': '2027-05-03', 'to': '2027-05-10', 'windows': [{'id': 'x', 'starts': null, 'ends': '12:00'}]} | windows[0].starts",
                "/outreach/feeds           | {'name': 'x', 'areas': [null]}                            | areas[0]"
            })
    void whatIsMissingOfARosterIsNamed(String path, String body, String field) throws Exception {
        assertRefused(path, body.replace('\'', '"'), field, "is missing");
    }

    /** A time of UTC would be planned hours away from what was meant; an empty one would be none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "starts     | '2027-05-01T10:00Z'       ",
                "starts     | '2027-05-01T10:00:00.000Z'",
                "starts     | '2027-05-01T10:00+02:00'  ",
                "starts     | ''                        ",
                "volunteers | 24.9                      ",
                "volunteers | 99999999999               ",
                "volunteers | true                      "
            })
    void whatIsOfAnotherKindIsNotReadAsSomethingElse(String field, String value) throws Exception {
        String body = plan("{'" + field + "': " + value + (field.equals("starts") ? ", T}" : ", S}"));
        assertRefused("/outreach/plans", body, field, "is not known here or not of its kind");
    }

    /** Two moments that are one for the database. */
    @Test
    void timesAreWholeMinutes() throws Exception {
        String body = plan("{'starts': '2027-05-01T10:00:00.000000001', 'ends': '2027-05-01T10:00:00.000000002'}");
        JsonNode refused = Staff.body(supervision.post("/outreach/plans", body), 422);
        assertThat(refused.get("errors"))
                .extracting(error -> error.get("field").asText())
                .containsExactly("starts", "ends");
    }

    @Test
    void nobodyCallsOffThousandsOfYearsBefore() throws Exception {
        assertRefused(
                "/outreach/plans",
                plan("{S, 'cancelBy': '-999999999-01-01T00:00'}"),
                "cancelBy",
                "is not in these centuries");
    }

    /** JSON is UTF-8, whatever its header calls it. */
    @ParameterizedTest
    @ValueSource(strings = {"nonsense-1", "\"\"", "*", "UTF-16", "IBM037"})
    void noCharacterSetOfAHeaderIsAskedFor(String charset) throws Exception {
        assertThat(status("/session", charset, "{\"key\": \"x\"}")).isEqualTo(403);
        assertThat(status("/api/locate", charset, "{\"address\": \"7 Plover Lane\"}"))
                .isEqualTo(200);
    }

    private static int status(String path, String charset, String body) throws Exception {
        return CITY.send(HttpRequest.newBuilder(CITY.uri(path))
                        .header("Content-Type", "application/json; charset=" + charset)
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }
}
