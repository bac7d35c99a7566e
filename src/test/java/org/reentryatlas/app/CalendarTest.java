package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.support.Cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Calendars as other programs read them. */
class CalendarTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Staff supervision;
    private static Staff police;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "calendar supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "calendar police", "planner", "police");
    }

    private static String publish(String plan) throws Exception {
        JsonNode made = Staff.body(supervision.post("/outreach/plans", plan), 201);
        String path = "/outreach/plans/" + made.get("id").asText();
        int version = 1;
        if (plan.contains("\"tour\"")) {
            ObjectNode body = made.get("plan").deepCopy();
            Staff.body(police.put(path, body.put("policeOfficer", "P-1").toString(), version++), 200);
        }
        String decision = "{\"version\": " + version + "}";
        Staff.body(supervision.post(path + "/consent", decision), 200);
        Staff.body(police.post(path + "/consent", decision), 200);
        Staff.body(police.post(path + "/publish", decision), 200);
        return path;
    }

    private static String gathering(String title, String starts, String ends) {
        ObjectNode plan = JSON.createObjectNode()
                .put("kind", "gathering")
                .put("title", title)
                .put("description", "Bring; a friend, or two\nand a bag \\ two. " + "ñandú 🌳 ".repeat(20))
                .put("starts", starts)
                .put("ends", ends);
        plan.putObject("rally")
                .put("name", "Hall, 1st floor")
                .put("lon", -105.095)
                .put("lat", 43.505);
        return plan.toString();
    }

    private static String soon(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days).toString();
    }

    private static Map<String, VEvent> events(String text) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        ValidationResult found = calendar.validate();
        assertThat(found.getEntries()).as(text).isEmpty();
        List<VEvent> events = calendar.getComponents("VEVENT");
        return events.stream()
                .collect(Collectors.toMap(event -> event.getUid().orElseThrow().getValue(), Function.identity()));
    }

    private static VEvent event(String uid) throws Exception {
        return requireNonNull(events(CITY.get("/outreach/calendar.ics").body()).get(uid), "no event of " + uid);
    }

    private static String text(VEvent event, String property) {
        return event.getProperty(property).map(found -> found.getValue()).orElse("");
    }

    @Test
    void whatWasWrittenIsReadAgainToTheLetter() throws Exception {
        String path = publish(gathering("Meeting, with; \"signs\"", soon(3) + "T18:00", soon(3) + "T19:30"));
        HttpResponse<String> answer = CITY.get(path + "/event.ics");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar; charset=utf-8");
        assertThat(answer.body().lines().map(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(length -> length <= 75);
        assertThat(answer.body()).contains("\r\n").doesNotContainPattern("[^\r]\n");
        VEvent event = events(answer.body()).values().iterator().next();
        assertThat(text(event, "SUMMARY")).isEqualTo("Meeting, with; \"signs\"");
        assertThat(text(event, "DESCRIPTION")).startsWith("Bring; a friend, or two\nand a bag \\ two. ñandú 🌳");
        assertThat(text(event, "LOCATION")).isEqualTo("Hall, 1st floor");
        assertThat(answer.body())
                .contains("BEGIN:VTIMEZONE", "DTSTART;TZID=America/Denver:" + soon(3).replace("-", "") + "T180000")
                .contains("GEO:43.505;-105.095", "CLASS:PUBLIC");
        assertThat(CITY.get(path + "/event.ics").body()).as("the same again").isEqualTo(answer.body());
    }

    @Test
    void aCalendarKeepsOneEventWhateverBecomesOfIt() throws Exception {
        String path = publish(gathering("Kept", soon(5) + "T10:00", soon(5) + "T11:00"));
        String uid = path.substring(path.lastIndexOf('/') + 1) + "@reentry-atlas";
        VEvent first = event(uid);
        assertThat(text(first, "SEQUENCE")).isEqualTo("0");
        ObjectNode body = supervision.read(path).get("plan").deepCopy();
        Staff.body(supervision.put(path, body.put("title", "Moved").toString(), 1), 200);
        assertThat(text(event(uid), "SUMMARY")).isEqualTo("Kept");
        for (String decision : List.of("consent", "publish")) {
            Staff.body(supervision.post(path + "/consent", "{\"version\": 2}"), 200);
            Staff.body(police.post(path + "/" + decision, "{\"version\": 2}"), 200);
        }
        VEvent moved = event(uid);
        assertThat(text(moved, "SUMMARY")).isEqualTo("Moved");
        assertThat(text(moved, "SEQUENCE")).isEqualTo("1");
        Staff.body(police.post(path + "/cancel", "{\"reason\": \"Storm\"}"), 200);
        VEvent cancelled = event(uid);
        assertThat(text(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(text(cancelled, "SEQUENCE")).isEqualTo("2");
    }

    @Test
    void toursAreConfidentialAndInCalendarsOfStaffAlone() throws Exception {
        String path = publish("""
                {"kind": "tour", "area": "01", "starts": "%1$sT16:00", "ends": "%1$sT19:00",
                 "supervisionOfficer": "S-1", "purpose": "routine_contact"}""".formatted(soon(7)));
        assertThat(CITY.get("/outreach/calendar.ics").body()).doesNotContain("S-1", "Accountability");
        assertThat(CITY.get(path + "/event.ics").statusCode()).isEqualTo(404);
        String url = Staff.body(police.post("/outreach/feeds", "{\"name\": \"Mine\"}"), 201)
                .get("url")
                .asText();
        String own = CITY.get(url.substring(url.indexOf("/outreach"))).body();
        assertThat(own).contains("CLASS:CONFIDENTIAL", "SUMMARY:Accountability Tour\\, 01", "X-WR-CALNAME:Mine");
        assertThat(CITY.get(url.substring(url.indexOf("/outreach")) + "&lang=es")
                        .body())
                .contains("Recorrido");
        Staff there = Staff.signIn(CITY, "calendar beat", "beat_officer", "police", "--areas", "09");
        assertThat(there.post("/outreach/feeds", "{\"name\": \"x\", \"areas\": [\"01\"]}")
                        .statusCode())
                .isEqualTo(422);
        String other = Staff.body(there.post("/outreach/feeds", "{\"name\": \"Beat\"}"), 201)
                .get("url")
                .asText();
        assertThat(CITY.get(other.substring(other.indexOf("/outreach"))).body()).doesNotContain("S-1");
    }

    /** Whoever was handed the address of some beats does not get at others by a parameter. */
    @Test
    void aCalendarOfSomeBeatsIsOfNoOthers() throws Exception {
        publish("""
                {"kind": "tour", "area": "02", "starts": "%1$sT16:00", "ends": "%1$sT19:00",
                 "supervisionOfficer": "S-2", "purpose": "routine_contact"}""".formatted(soon(8)));
        String url = Staff.body(
                        police.post("/outreach/feeds", "{\"name\": \"One beat\", \"areas\": [\"01\", \"03\"]}"), 201)
                .get("url")
                .asText();
        String own = url.substring(url.indexOf("/outreach"));
        assertThat(CITY.get(own).body()).doesNotContain("S-2");
        assertThat(CITY.get(own + "&area=01").statusCode()).isEqualTo(200);
        assertThat(CITY.get(own + "&area=02").statusCode()).isEqualTo(404);
        String all = feed(police, "All beats");
        assertThat(CITY.get(all + "&area=02").body()).contains("S-2");
        assertThat(CITY.get("/outreach/calendar.ics?area=02").body()).doesNotContain("S-2");
    }

    @Test
    void aCalendarEndsWhenItIsRevokedAndWithItsAccount() throws Exception {
        Staff staff = Staff.signIn(CITY, "calendar ends", "planner", "police");
        String one = feed(staff, "One");
        String two = feed(staff, "Two");
        JsonNode feeds = staff.read("/outreach/feeds").get("feeds");
        assertThat(feeds).hasSize(2);
        assertThat(feeds.toString()).as("no secret is told again").doesNotContain(one.replaceFirst(".*=", ""));
        String id = feeds.get(0).get("id").asText();
        assertThat(police.delete("/outreach/feeds/" + id).statusCode())
                .as("of another")
                .isEqualTo(404);
        assertThat(staff.delete("/outreach/feeds/" + id).statusCode()).isEqualTo(204);
        assertThat(CITY.get(one).statusCode()).isEqualTo(404);
        assertThat(CITY.get(two).statusCode()).isEqualTo(200);
        assertThat(Cli.run(CITY.environment(), "accounts", "revoke", "calendar ends")
                        .exitCode())
                .isZero();
        assertThat(CITY.get(two).statusCode()).isEqualTo(404);
        assertThat(CITY.get("/outreach/calendar.ics?feed=guess").statusCode()).isEqualTo(404);
        assertThat(police.post("/outreach/feeds", "{\"name\": \"x\", \"areas\": [null]}")
                        .statusCode())
                .isEqualTo(422);
    }

    private static String feed(Staff staff, String name) throws Exception {
        String url = Staff.body(staff.post("/outreach/feeds", "{\"name\": \"" + name + "\"}"), 201)
                .get("url")
                .asText();
        return url.substring(url.indexOf("/outreach"));
    }

    @Test
    void aReminderIsAddedForWhoeverAsksForOne() throws Exception {
        String path = publish(gathering("Remembered", soon(8) + "T10:00", soon(8) + "T11:00"));
        assertThat(CITY.get(path + "/event.ics").body()).doesNotContain("VALARM");
        for (String reminder : List.of("PT1H", "P1D", "P7D")) {
            String answer = CITY.get(path + "/event.ics?reminder=" + reminder).body();
            VEvent event = events(answer).values().iterator().next();
            assertThat(event.getAlarms()).hasSize(1);
            assertThat(answer)
                    .contains("ACTION:DISPLAY", "TRIGGER:-" + reminder, "DESCRIPTION:Remembered")
                    .isEqualTo(
                            CITY.get(path + "/event.ics?reminder=" + reminder).body());
        }
        assertThat(CITY.get(path + "/event.ics?reminder=P2D").statusCode()).isEqualTo(400);
        Staff.body(police.post(path + "/cancel", "{\"reason\": \"Storm\"}"), 200);
        assertThat(CITY.get(path + "/event.ics?reminder=P1D").body()).doesNotContain("VALARM");
    }

    @Test
    void holidaysAreOnTheCalendarAndPlannersReadOfThem() throws Exception {
        String path = publish(gathering("Fireworks", "2027-07-04T18:00", "2027-07-05T01:00"));
        String july = "/outreach/plans?from=2027-07-01&to=2027-08-01";
        assertThat(CITY.json(july + "&lang=es").get("holidays").toString())
                .isEqualTo("[{\"day\":\"2027-07-04\",\"name\":\"Día de la Independencia\"},"
                        + "{\"day\":\"2027-07-05\",\"name\":\"Día de la Independencia (día en que se observa)\"}]");
        assertThat(CITY.json(july).get("holidays").get(0).get("name").asText()).isEqualTo("Independence Day");
        assertThat(CITY.json(path).has("holidays")).as("it is for staff").isFalse();
        assertThat(supervision.read(path).get("holidays"))
                .extracting(holiday -> holiday.get("name").asText())
                .containsExactly("Independence Day", "Independence Day (observed)");
        assertThat(CITY.get("/outreach/plans?lang=fr").statusCode()).isEqualTo(400);
    }
}
