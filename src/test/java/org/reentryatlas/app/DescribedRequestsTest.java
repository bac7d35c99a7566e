package org.reentryatlas.app;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.identity.AccessMatrix;
import org.reentryatlas.identity.Role;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.RawHttp;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each parameter of each operation that the description names, with each value that nobody sends who means well, the others as
 * they should be: so it gets past the routes, where {@link HostileRequestsTest} mostly ends. Nothing may be an error of ours.
 */
class DescribedRequestsTest {
    /** In which order; another one by {@code -Datlas.seed=…}. */
    private static final long SEED = Long.getLong("atlas.seed", 20_261_126);

    private static final int THREADS = 4;

    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    /** What the parameters of a path are for the served city; those of the query are left out where they may be. */
    static final Map<String, String> FAIR = Map.ofEntries(
            Map.entry("collectionId", "people-by-beat"),
            Map.entry("featureId", "01"),
            Map.entry("tileMatrixSetId", "WebMercatorQuad"),
            Map.entry("tileMatrix", "10"),
            Map.entry("tileRow", "374"),
            Map.entry("tileCol", "213"),
            Map.entry("version", "v"),
            Map.entry("palette", "light"),
            Map.entry("z", "10"),
            Map.entry("x", "213"),
            Map.entry("tile", "374.png"),
            Map.entry("level", "beat"),
            Map.entry("key", "01"),
            Map.entry("file", "people-by-beat.csv"),
            Map.entry("releaseId", "2026-06-30.1"),
            Map.entry("name", "cells.csv"),
            Map.entry("runId", "2026-06-30.1-1"),
            Map.entry("runFile", "results.csv"),
            Map.entry("seq", "1"),
            Map.entry("lon", "-105.095"),
            Map.entry("lat", "43.505"),
            Map.entry("layer", "people-by-beat"),
            Map.entry("category", "food"),
            Map.entry("column", "people"),
            Map.entry("signUpId", "1"),
            Map.entry("proposalId", "00000000-0000-4000-8000-000000000000"),
            Map.entry("accountId", "00000000-0000-4000-8000-000000000000"),
            Map.entry("sessionId", "00000000-0000-4000-8000-000000000000"),
            Map.entry("feedId", "00000000-0000-4000-8000-000000000000"),
            Map.entry("keyId", "00000000-0000-4000-8000-000000000000"));

    /** Beside those of {@link HostileRequest}, escaped for a URL. */
    private static final List<String> FILTERS = List.of(
            "people%20=%201/0",
            "people%20=%20people%5E9999",
            "people%20%25%200%20=%201",
            "people%20div%200%20=%201",
            "0%5E-1%20=%20people",
            "1e308*1e308%20=%20people",
            "NOT%20NOT%20NOT%20people%20IS%20NULL",
            "name%20IN%20()",
            "name%20BETWEEN%201%20AND%20%27a%27",
            "name%20LIKE%20%27" + "%25_".repeat(400) + "x%27",
            "CASEI(name)%20=%20CASEI(CASEI(%27%C4%B0%27))",
            "ACCENTI(name)%20LIKE%20ACCENTI(%27%CC%81%25%27)",
            "S_INTERSECTS(geometry,POINT(NaN%20NaN))",
            "S_INTERSECTS(geometry,POINT(1e308%201e308))",
            "S_INTERSECTS(geometry,POLYGON((0%200,1%201,0%200,0%200)))",
            "S_WITHIN(geometry,GEOMETRYCOLLECTION(POINT(0%200)))",
            "S_DISJOINT(geometry,MULTIPOINT%20EMPTY)",
            "S_CROSSES(geometry,geometry)",
            "S_INTERSECTS(geometry,BBOX(180,-90,-180,90))",
            "T_AFTER(reference_date,DATE(%270000-01-01%27))",
            "T_DURING(INTERVAL(%27..%27,%27..%27),INTERVAL(%27..%27,%27..%27))",
            "A_CONTAINS(name,(1,(2)))",
            "%7B%22op%22:%22=%22%7D",
            "%7B%22op%22:%22and%22,%22args%22:[]%7D",
            "%7B%22op%22:%22like%22,%22args%22:[%7B%22property%22:%22name%22%7D,1]%7D",
            "%7B%22op%22:null,%22args%22:%7B%7D%7D",
            "%7B%22type%22:%22Polygon%22,%22coordinates%22:[[[]]]%7D",
            "%7B%22op%22:%22not%22,%22args%22:[".repeat(150),
            "[".repeat(2_000),
            "(".repeat(2_000));

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "\"",
            "[".repeat(50_000),
            "{\"a\":".repeat(2_000),
            "1e999999999",
            "{\"address\":1e999999999}",
            "{\"address\":[\"x\"]}",
            "{\"address\":\"x\",\"address\":\"y\"}",
            "{\"address\":\"12\\u0000 Heron Street\"}",
            "{\"address\":\"\\ud800\"}",
            "{\"address\":\"\u00ff\u00fe\"}",
            "{\"address\":\"99999999999999999999999 Heron Street\"}",
            "{\"address\":\"1-99999999999 Heron Street\"}",
            "{\"address\":\"-1 & % _ \\\\ $1 :x ? {0} [a-z]+\"}",
            "{\"address\":\"" + "St & ".repeat(38) + "\"}",
            "{\"address\":\"" + "x".repeat(100_000) + "\"}");

    private static final String GATHERING =
            "{\"kind\":\"gathering\",\"title\":\"Described\",\"starts\":\"2027-06-01T10:00\","
                    + "\"ends\":\"2027-06-01T11:00\",\"rally\":{\"lon\":-105.095,\"lat\":43.505}}";

    /** What is of published plans alone; the one here is a draft. */
    private static final Set<String> OF_PUBLISHED = Set.of(
            "/outreach/plans/{planId}/effect",
            "/events/{planId}",
            // Nothing was prepared there.
            "/desk/proposals/{proposalId}",
            "/desk/proposals/{proposalId}/files/{name}");

    private static List<String> requests = List.of();
    private static final String ASSESSMENT = "{\"day\":\"2026-06-01\",\"bodies\":[\"Described\"],"
            + "\"answers\":{\"sys-agreement\":{\"step\":1,\"note\":\"x\"}}}";

    private static String planId = "";
    private static String assessmentId = "";
    private static final AccessMatrix MATRIX = AccessMatrix.load();

    /** Of somebody of each role, so that one may do it: what is put to the test is what they send. */
    private static final Map<Role, String> SIGNED_IN = new EnumMap<>(Role.class);

    @BeforeAll
    static void describe() throws Exception {
        Staff planner = Staff.signIn(CITY, "described planner", "planner", "police");
        JsonNode plan = Staff.body(planner.post("/outreach/plans", GATHERING), 201);
        planId = plan.get("id").asText();
        assessmentId = Staff.body(planner.post("/self-assessments", ASSESSMENT), 201)
                .get("id")
                .asText();
        SIGNED_IN.put(Role.PLANNER, planner.headers());
        for (Role role : Role.values()) {
            if (!role.isOfAgency()) {
                SIGNED_IN.put(
                        role,
                        Staff.signIn(CITY, "described " + role.code(), role.code(), "")
                                .headers());
            }
        }
        List<String> all = new ArrayList<>();
        JsonNode document = CITY.json("/ogc/api?f=json");
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                new Operation(operation.getKey(), path.getKey(), parameters(document, operation.getValue())).addTo(all);
            }
        }
        Collections.shuffle(all, new Random(SEED));
        requests = List.copyOf(all);
    }

    private static List<JsonNode> parameters(JsonNode document, JsonNode operation) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            String reference = parameter.path("$ref").asText();
            parameters.add(reference.isEmpty() ? parameter : document.at(reference.substring(1)));
        }
        parameters.removeIf(parameter -> parameter.get("in").asText().equals("header"));
        return parameters;
    }

    /** An operation of the description, and the requests that it is put to the test with. */
    private record Operation(String method, String path, List<JsonNode> parameters) {
        void addTo(List<String> requests) {
            boolean hasBody = method.equals("post") || method.equals("put");
            String body = hasBody ? fairBody() : "";
            for (JsonNode parameter : parameters) {
                String name = parameter.get("name").asText();
                boolean isInQuery = parameter.get("in").asText().equals("query");
                for (String value : values(name)) {
                    requests.add(request(target(name, value), "X-None: 1", body));
                    if (name.equals("filter")) {
                        requests.add(request(target(name, value) + "&filter-lang=cql2-json", "X-None: 1", body));
                    }
                }
                if (isInQuery) {
                    Stream.of("=1&" + name + "=2", "", "[]=1", "=%zz", "=1;" + name + "=2")
                            .forEach(value -> requests.add(request(
                                    target("", "") + (target("", "").contains("?") ? "&" : "?") + name + value,
                                    "X-None: 1",
                                    body)));
                }
            }
            HostileRequest.HEADERS.forEach(header -> requests.add(request(target("", ""), header, body)));
            if (hasBody) {
                BODIES.forEach(hostile -> requests.add(request(target("", ""), "X-None: 1", hostile)));
            }
        }

        private String fairBody() {
            if (path.startsWith("/self-assessments")) {
                return ASSESSMENT;
            }
            if (path.startsWith("/desk")) {
                return path.endsWith("/recheck") ? "{\"stands\":true}" : "{\"digest\":\"00\",\"remark\":\"x\"}";
            }
            return path.startsWith("/outreach") ? GATHERING : "{\"address\":\"1210 Heron Street NW\"}";
        }

        private static List<String> values(String parameter) {
            return Stream.of(
                            HostileRequest.ODD,
                            HostileRequest.VALUES,
                            parameter.equals("filter") ? FILTERS : List.<String>of())
                    .flatMap(List::stream)
                    .toList();
        }

        /** All parameters as they should be but one. */
        private String target(String name, String value) {
            String target = path;
            char separator = '?';
            StringBuilder query = new StringBuilder();
            for (JsonNode parameter : parameters) {
                String here = parameter.get("name").asText();
                String given = here.equals(name) ? value : fair(here);
                if (parameter.get("in").asText().equals("path")) {
                    target = target.replace("{" + here + "}", given);
                } else if (here.equals(name) || parameter.path("required").asBoolean()) {
                    query.append(separator).append(here).append('=').append(given);
                    separator = '&';
                }
            }
            return target + query;
        }

        private static String fair(String parameter) {
            return switch (parameter) {
                case "planId" -> planId;
                case "assessmentId" -> assessmentId;
                default -> FAIR.getOrDefault(parameter, "");
            };
        }

        /** A planner where they may, since plans say more to them than to everybody. */
        private String signedIn() {
            String route = method.toUpperCase(Locale.ROOT) + " " + path;
            return SIGNED_IN.entrySet().stream()
                    .filter(staff -> MATRIX.allows(route, staff.getKey()))
                    .filter(staff -> path.startsWith("/outreach")
                            || path.startsWith("/self-assessments")
                            || !MATRIX.allows(route, null))
                    .map(staff -> staff.getValue() + "\r\n")
                    .findFirst()
                    .orElse("");
        }

        private String request(String target, String header, String body) {
            return "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n%s%s\r\n%s"
                    .formatted(
                            method.toUpperCase(Locale.ROOT),
                            target,
                            header,
                            signedIn(),
                            body.isEmpty()
                                    ? ""
                                    : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n",
                            body);
        }
    }

    /** Else the others would end at a parameter that is not under test. */
    @Test
    void asItShouldBeEveryOperationIsAnswered() throws Exception {
        JsonNode document = CITY.json("/ogc/api?f=json");
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            if (path.getValue().has("get")) {
                Operation operation = new Operation(
                        "get",
                        path.getKey(),
                        parameters(document, path.getValue().get("get")));
                assertThat(RawHttp.send(
                                CITY.app().port(),
                                operation
                                        .request(operation.target("", ""), "Connection: close", "")
                                        .getBytes(StandardCharsets.ISO_8859_1)))
                        .as(path.getKey())
                        .extracting(RawHttp.Answer::status)
                        .containsExactly(isThere(path.getKey()) ? 200 : 404);
            }
        }
    }

    /** Not what nobody published, and here is no provider to sign in with: OidcTest asks for that. */
    private static boolean isThere(String path) {
        return !OF_PUBLISHED.contains(path) && !path.startsWith("/session/oidc");
    }

    @Test
    void noValueOfAParameterIsAnErrorOfOurs() throws Exception {
        Map<Integer, Integer> statuses = new TreeMap<>();
        try (Logs logs = Logs.ofAll()) {
            ExecutorService clients = Executors.newFixedThreadPool(THREADS);
            try {
                List<Callable<List<Integer>>> work = new ArrayList<>();
                for (int share = 0; share < THREADS; share++) {
                    int first = share;
                    work.add(() -> send(first));
                }
                for (Future<List<Integer>> done : clients.invokeAll(work)) {
                    done.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
                }
            } finally {
                clients.shutdownNow();
            }
            assertThat(logs.events()).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        }
        System.out.println("requests by the description, seed " + SEED + ", " + requests.size() + ": " + statuses);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum())
                .as("answers: hardly a request is left without one")
                .isGreaterThan(requests.size() * 9 / 10);
        assertThat(statuses).containsKeys(200, 400, 404);
    }

    private static List<Integer> send(int first) throws IOException {
        List<Integer> statuses = new ArrayList<>();
        for (int number = first; number < requests.size(); number += THREADS) {
            String request = requests.get(number);
            for (RawHttp.Answer answer :
                    RawHttp.send(CITY.app().port(), request.getBytes(StandardCharsets.ISO_8859_1))) {
                HostileRequestsTest.check(request, answer);
                statuses.add(answer.status());
            }
        }
        return statuses;
    }
}
