package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** What is not for somebody is not there for them, whatever becomes of it. */
class OutreachAccessTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final List<String> PARTS = List.of("", "?version=1", "/history", "/sign-ups", "/event.ics");

    private static Staff supervision;
    private static Staff police;
    private static Staff officer;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "access supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "access police", "planner", "police");
        officer = Staff.signIn(CITY, "access officer", "beat_officer", "police", "--areas", "01");
    }

    private static String create(String plan) throws Exception {
        return "/outreach/plans/"
                + Staff.body(supervision.post("/outreach/plans", plan), 201)
                        .get("id")
                        .asText();
    }

    private static String gathering(String day) throws Exception {
        return create("""
                {"kind": "gathering", "title": "Access", "starts": "%1$sT09:00", "ends": "%1$sT13:00",
                 "rally": {"name": "Hall", "lon": -105.095, "lat": 43.505}, "notes": "Not for all."}""".formatted(day));
    }

    private static void assertNobodyElseReads(String path) throws Exception {
        for (String part : PARTS) {
            assertThat(CITY.get(path + part).statusCode())
                    .as("everybody " + part)
                    .isIn(401, 404);
            assertThat(officer.get(path + part).statusCode())
                    .as("officer " + part)
                    .isEqualTo(ofOfficer(part));
            assertThat(police.get(path + part).statusCode())
                    .as("planner " + part)
                    .isEqualTo(200);
        }
        String day = "/outreach/plans?from=2027-06-01&to=2027-07-01";
        String id = path.substring(path.lastIndexOf('/') + 1);
        assertThat(CITY.get(day).body()).doesNotContain(id);
        assertThat(officer.get(day).body()).doesNotContain(id);
        assertThat(supervision.get(day).body()).contains(id);
    }

    /** Who signed up is no officer's business, whatever plan it is; of the rest, this plan is not there. */
    private static int ofOfficer(String part) {
        return part.equals("/sign-ups") ? 403 : 404;
    }

    private static void consent(Staff staff, String path, int status) throws Exception {
        Staff.body(staff.post(path + "/consent", "{\"version\": 1}"), status);
    }

    @Test
    void aDraftIsOfPlannersAloneAlsoWhenItIsCalledOff() throws Exception {
        for (String path : List.of(gathering("2027-06-02"), create("""
                {"kind": "tour", "area": "01", "starts": "2027-06-03T16:00", "ends": "2027-06-03T19:00"}"""))) {
            assertNobodyElseReads(path);
            Staff.body(police.post(path + "/cancel", "{\"reason\": \"No\"}"), 200);
            assertNobodyElseReads(path);
            consent(supervision, path, 409);
            Staff.body(police.post(path + "/publish", "{\"version\": 1}"), 409);
            assertThat(officer.post(path + "/reinstate", "").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void reinstatingWhatIsNotCalledOffChangesNothing() throws Exception {
        String path = gathering("2027-06-04");
        consent(supervision, path, 200);
        consent(police, path, 200);
        JsonNode published = Staff.body(police.post(path + "/publish", "{\"version\": 1}"), 200);
        JsonNode same = Staff.body(supervision.post(path + "/reinstate", ""), 200);
        assertThat(same).isEqualTo(published);
        Staff.body(police.post(path + "/publish", "{\"version\": 1}"), 200);
        assertThat(supervision.read(path).get("sequence").asInt()).isZero();
    }

    @Test
    void neitherEarlierVersionsNorNotesOfWhatIsPublishedAreForAll() throws Exception {
        String path = gathering("2027-06-05");
        consent(supervision, path, 200);
        consent(police, path, 200);
        Staff.body(police.post(path + "/publish", "{\"version\": 1}"), 200);
        assertThat(CITY.get(path).body()).doesNotContain("Not for all.");
        assertThat(CITY.get(path + "/event.ics").body()).doesNotContain("Not for all.");
        for (String part : List.of("?version=1", "/history", "/sign-ups")) {
            assertThat(CITY.get(path + part).statusCode()).as(part).isEqualTo(401);
            assertThat(officer.get(path + part).statusCode()).as(part).isEqualTo(ofOfficer(part));
        }
        assertThat(officer.post(path + "/cancel", "{\"reason\": \"No\"}").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| name the beats of a beat officer, such as --areas 101,102, or --areas all",
                "--areas=1,02,99 | there is no beat 1, 99 in the boundaries that are loaded",
                "--areas=ALL | there is no beat ALL in",
                "--areas=all,01 | there is no beat all in",
            })
    void aBeatOfficerHasBeatsThatThereAre(@Nullable String areas, String message) {
        List<String> arguments = new ArrayList<>(
                List.of("accounts", "add", "wrong beats", "--role", "beat_officer", "--agency", "police"));
        if (areas != null) {
            arguments.add(areas);
        }
        Cli run = Cli.run(CITY.environment(), arguments.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(Cli.run(CITY.environment(), "accounts", "list").out()).doesNotContain("wrong beats");
    }
}
