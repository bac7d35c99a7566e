package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Many who do the same at the same moment: one of them does it, and all others are told. */
class OutreachRaceTest {
    /** As many as the server has connections to write with, so that none is turned away for that. */
    private static final int MANY = 4;

    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static Staff supervision;
    private static Staff police;

    @BeforeAll
    static void signIn() throws Exception {
        supervision = Staff.signIn(CITY, "race supervision", "planner", "supervision");
        police = Staff.signIn(CITY, "race police", "planner", "police");
    }

    private interface Attempt {
        HttpResponse<String> make(int number) throws Exception;
    }

    /** The statuses that they get, sorted. */
    private static List<Integer> statuses(Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            CyclicBarrier start = new CyclicBarrier(MANY);
            List<Callable<Integer>> all = new ArrayList<>();
            IntStream.range(0, MANY)
                    .forEach(number -> all.add(() -> {
                        start.await();
                        return attempt.make(number).statusCode();
                    }));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : threads.invokeAll(all)) {
                statuses.add(one.get());
            }
            return statuses.stream().sorted().toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static JsonNode gathering(String day) throws Exception {
        return Staff.body(supervision.post("/outreach/plans", """
                {"kind": "gathering", "title": "Race", "starts": "%1$sT09:00", "ends": "%1$sT13:00",
                 "rally": {"name": "Hall", "lon": -105.095, "lat": 43.505},
                 "shifts": [{"id": "a", "name": "One", "starts": "%1$sT09:00", "ends": "%1$sT11:00", "places": 1}]}
                """.formatted(day)), 201);
    }

    private static String path(JsonNode plan) {
        return "/outreach/plans/" + plan.get("id").asText();
    }

    private static String publish(JsonNode plan) throws Exception {
        for (Staff staff : List.of(supervision, police)) {
            Staff.body(staff.post(path(plan) + "/consent", "{\"version\": 1}"), 200);
        }
        Staff.body(police.post(path(plan) + "/publish", "{\"version\": 1}"), 200);
        return path(plan);
    }

    @Test
    void theLastPlaceIsTakenOnce() throws Exception {
        String path = publish(gathering("2027-05-04"));
        assertThat(statuses(number -> CITY.send(HttpRequest.newBuilder(CITY.uri(path + "/sign-ups"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"shift\": \"a\", \"name\": \"N" + number + "\"}"))
                        .build())))
                .containsExactly(201, 409, 409, 409);
        assertThat(CITY.json(path).get("signUps").get("a").asInt()).isEqualTo(1);
    }

    @Test
    void oneOfThoseWhoChangeTheSameIsWritten() throws Exception {
        JsonNode plan = gathering("2027-05-05");
        assertThat(statuses(number -> supervision.put(
                        path(plan),
                        ((ObjectNode) plan.get("plan").deepCopy())
                                .put("title", "Title " + number)
                                .toString(),
                        1)))
                .containsExactly(200, 409, 409, 409);
        assertThat(supervision.read(path(plan)).get("version").asInt()).isEqualTo(2);
    }

    /** Nobody has agreed to what is written meanwhile: either agreeing comes first, or it is refused. */
    @Test
    void nothingIsPublishedThatNobodyAgreedTo() throws Exception {
        JsonNode plan = gathering("2027-05-06");
        Staff.body(supervision.post(path(plan) + "/consent", "{\"version\": 1}"), 200);
        List<Integer> statuses = statuses(number -> switch (number) {
            case 0 -> police.post(path(plan) + "/consent", "{\"version\": 1}");
            case 1 -> police.post(path(plan) + "/publish", "{\"version\": 1}");
            case 2 -> supervision.post(path(plan) + "/publish", "{\"version\": 1}");
            default ->
                supervision.put(
                        path(plan),
                        ((ObjectNode) plan.get("plan").deepCopy())
                                .put("title", "Changed")
                                .toString(),
                        1);
        });
        assertThat(statuses).contains(200).allMatch(status -> status == 200 || status == 409);
        JsonNode now = supervision.read(path(plan));
        assertThat(now.get("version").asInt()).isEqualTo(2);
        assertThat(now.get("publishedVersion").asInt()).isLessThan(2);
        assertThat(now.get("consents")).isEmpty();
    }

    @Test
    void whatBecameOfItIsWrittenOnce() throws Exception {
        String path = publish(gathering("2026-10-06")) + "/result";
        assertThat(statuses(number -> police.put(path, "{\"volunteers\": " + number + "}", 0)))
                .containsExactly(204, 409, 409, 409);
    }

    @Test
    void toursAreAgreedToOnceAndKeptOnce() throws Exception {
        String tours = """
                {"purpose": "routine_contact", "tours": [
                 {"area": "01", "starts": "2027-05-07T16:00", "ends": "2027-05-07T19:00", "supervisionOfficer": "S-91", "policeOfficer": "P-91"},
                 {"area": "02", "starts": "2027-05-08T16:00", "ends": "2027-05-08T19:00", "supervisionOfficer": "S-91", "policeOfficer": "P-91"}]}""";
        assertThat(statuses(number -> supervision.post("/outreach/tours", tours)))
                .containsExactly(201, 409, 409, 409);
        StringBuilder read = new StringBuilder();
        supervision
                .read("/outreach/tours?from=2027-05-07&to=2027-05-09")
                .get("tours")
                .forEach(tour -> read.append(read.isEmpty() ? "" : ", ")
                        .append("{\"id\": ")
                        .append(tour.get("id"))
                        .append(", \"version\": 1}"));
        String agreement = "{\"publish\": true, \"tours\": [" + read + "]}";
        assertThat(statuses(number -> police.post("/outreach/tours/agreement", agreement)))
                .as("taking on writes a version, which the others have not read")
                .containsExactly(200, 409, 409, 409);
    }
}
