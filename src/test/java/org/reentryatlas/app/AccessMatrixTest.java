package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.http.Gate;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.identity.Role;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Every route, as everybody and as each role, with objects of one's own and of others: the server does what the matrix says. */
class AccessMatrixTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String GATHERING = """
            {"kind": "gathering", "title": "Matrix", "starts": "2027-08-04T10:00", "ends": "2027-08-04T11:00"}""";
    private static final String SELF_ASSESSMENT = """
            {"day": "2026-06-01", "bodies": ["Matrix"], "answers": {"sys-agreement": {"step": 1, "note": "x"}}}""";
    private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

    private static final AccessMatrix MATRIX = AccessMatrix.load();

    private static final Map<Role, Staff> STAFF = new LinkedHashMap<>();

    private static String key = "";
    private static String assessmentId = "";

    /** A plan of one agency, one of the other, and what is not there at all. */
    private static List<String> objects = List.of();

    @BeforeAll
    static void signIn() throws Exception {
        for (Role role : Role.values()) {
            // What tours found is written down by the supervision agency alone, which is finer than the matrix.
            STAFF.put(
                    role,
                    Staff.signIn(CITY, "matrix " + role.code(), role.code(), role.isOfAgency() ? "supervision" : ""));
        }
        key = Staff.key(CITY, "matrix key", "administrator", "");
        Staff police = Staff.signIn(CITY, "matrix police", "planner", "police");
        assessmentId = id(staff(Role.PLANNER).post("/self-assessments", SELF_ASSESSMENT));
        objects = List.of(
                id(staff(Role.PLANNER).post("/outreach/plans", GATHERING)),
                id(police.post("/outreach/plans", GATHERING)),
                NOBODYS);
    }

    private static String id(HttpResponse<String> made) throws IOException {
        return Staff.body(made, 201).get("id").asText();
    }

    private static Staff staff(Role role) {
        return requireNonNull(STAFF.get(role));
    }

    @Test
    void theMatrixHasEveryRouteAndNoOther() {
        assertThat(MATRIX.routes())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(CITY.app().routes().stream(), Stream.of(Gate.FILES))
                        .toList());
    }

    @Test
    void theServerDoesWhatTheMatrixSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (String route : MATRIX.routes()) {
            for (String path : paths(route)) {
                for (Role role : roles()) {
                    asked++;
                    HttpResponse<String> answer = ask(route.substring(0, route.indexOf(' ')), path, role);
                    if (!isAsTheMatrixSays(route, role, answer)) {
                        wrong.add(role + " " + route + " " + path + ": " + answer.statusCode() + " " + answer.body());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isGreaterThan(MATRIX.routes().size() * (Role.values().length + 1));
    }

    /** Beside what a page sends: a client that asks for the head alone must not learn more. */
    @Test
    void theHeadOfWhatIsForNobodyIsForNobody() throws Exception {
        for (String route : MATRIX.routes()) {
            if (route.startsWith("GET ") && !MATRIX.allows(route, null)) {
                assertThat(ask("HEAD", paths(route).get(0), null).statusCode())
                        .as(route)
                        .isEqualTo(401);
            }
        }
    }

    private static List<@Nullable Role> roles() {
        List<@Nullable Role> roles = new ArrayList<>(List.of(Role.values()));
        roles.add(0, null);
        return roles;
    }

    private static boolean isAsTheMatrixSays(String route, @Nullable Role role, HttpResponse<String> answer)
            throws IOException {
        int status = answer.statusCode();
        if (MATRIX.allows(route, role)) {
            return status != 401 && status != 403 && status < 500;
        }
        JsonNode problem = Staff.body(answer, role == null ? 401 : 403);
        return problem.get("code").asText().equals(role == null ? "SIGN_IN_NEEDED" : "ROLE_NOT_ALLOWED");
    }

    /** With all objects in their turn where a route is about one that somebody made. */
    private static List<String> paths(String route) {
        String template = route.substring(route.indexOf(' ') + 1);
        if (route.equals(Gate.FILES)) {
            return List.of("/app.js", "/webjars/leaflet/1.9.4/dist/leaflet.js");
        }
        String path = template.replace("{assessmentId}", assessmentId);
        for (Map.Entry<String, String> fair : DescribedRequestsTest.FAIR.entrySet()) {
            path = path.replace("{" + fair.getKey() + "}", fair.getValue());
        }
        String found = path;
        return path.contains("{")
                ? objects.stream()
                        .map(object -> found.replaceAll("\\{[^}]*}", object))
                        .toList()
                : List.of(path);
    }

    private static HttpResponse<String> ask(String method, String path, @Nullable Role role)
            throws IOException, InterruptedException {
        // Leaving and signing in end the session before: the others go on with theirs.
        Staff leaving = role != null && !method.equals("GET") && path.equals("/session")
                ? Staff.signIn(
                        CITY, "matrix " + method + " " + role.code(), role.code(), role.isOfAgency() ? "police" : "")
                : null;
        HttpRequest.Builder request = leaving != null
                ? leaving.change(path)
                : role == null
                        ? HttpRequest.newBuilder(CITY.uri(path))
                        : staff(role).change(path);
        String body = path.equals("/session") ? "{\"key\": \"" + key + "\"}" : "{}";
        boolean hasBody = method.equals("POST") || method.equals("PUT");
        return CITY.send(request.header("Content-Type", "application/json")
                .method(method, hasBody ? BodyPublishers.ofString(body) : BodyPublishers.noBody())
                .build());
    }

    /** Whoever reads the documentation must read what the server does. */
    @Test
    void theDocumentedTableIsTheMatrix() throws Exception {
        String table = Files.readAllLines(Path.of("src/main/resources/org/reentryatlas/identity/access.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .map(cells -> "| " + cells[0] + " | `" + cells[1] + "` | " + cells[2].replace(" ", ", ") + " |")
                .collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("src/docs/security.md")))
                .contains("| Method | Route | For |\n|---|---|---|\n" + table + "\n");
    }
}
