package org.reentryatlas.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Cli;

import static org.assertj.core.api.Assertions.assertThat;

/** Keys with which programs of the coalition fetch layers. */
class KeysTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final String LAYER = "/layers/people-by-beat.geojson";
    private static final String PLAIN = """
            {"name": "%s", "scopes": ["layers"], "days": 30}""";

    private static Staff member(String name) throws IOException, InterruptedException {
        return Staff.signIn(CITY, name, "coalition_member", "");
    }

    private static JsonNode made(Staff staff, String body) throws IOException, InterruptedException {
        return Staff.body(staff.post("/keys", body), 201);
    }

    private static HttpRequest.Builder keyed(String path, String key) {
        return HttpRequest.newBuilder(CITY.uri(path)).header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        return CITY.send(keyed(path, key).build());
    }

    private static void refuses(String path, String key, int status, String code) throws Exception {
        assertThat(Staff.body(get(path, key), status).get("code").asText()).isEqualTo(code);
    }

    @Test
    void aKeyFetchesLayersAndNothingElseUntilItIsRevoked() throws Exception {
        Staff staff = member("keys alone");
        JsonNode made = made(staff, PLAIN.formatted("Nightly"));
        String key = made.get("key").asText();
        assertThat(key).matches("atlas_[A-Za-z0-9_-]{43}");
        assertThat(CITY.database()
                        .query(
                                Role.DESK,
                                "select count(*) from identity.api_key where encode(digest, 'escape') like '%atlas_%'"))
                .containsExactly("0");
        assertThat(CITY.get(LAYER).statusCode()).as("so that it lies in memory").isEqualTo(200);
        HttpResponse<String> first = get(LAYER, key);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(first.body()).isEqualTo(CITY.get(LAYER).body());
        get(LAYER, key);
        assertThat(CITY.send(keyed(LAYER, key)
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
        assertThat(CITY.database()
                        .query(Role.STEWARD, "select downloads from agreement.accounting where made_by = 'keys alone'"))
                .as("the same file of a day is one row, and a head is no file")
                .containsExactly("2");
        assertThat(
                        CITY.database()
                                .query(
                                        Role.AUDIT,
                                        "select count(*) from audit.entry where action = 'layer.exported' and actor = 'keys alone' and object_id = '2026-06-30.1 people-by-beat.geojson'"))
                .containsExactly("2");
        assertThat(CITY.get("/layers").statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/layers",
                "/releases",
                "/keys",
                "/session",
                "/app.js",
                "/ogc/collections",
                "/layers?f=json",
                "/",
                "/webjars/leaflet/1.9.4/dist/leaflet.js")) {
            refuses(path, key, 403, "KEY_SCOPE");
            refuses(path, "atlas_nonsense", 401, "KEY_INVALID");
        }
        assertThat(
                        CITY.database()
                                .query(
                                        Role.AUDIT,
                                        "select distinct place from audit.entry where action = 'access.refused' and actor = 'keys alone'"))
                .containsExactly("127.0.0.1");
        refuses("/layers/gaps-walk-by-beat.geojson", key, 403, "KEY_SCOPE");
        for (String bad : List.of("", "x", key + "x", key.toUpperCase(Locale.ROOT))) {
            assertThat(get(LAYER, bad).statusCode()).as("'%s'", bad).isEqualTo(401);
        }
        HttpResponse<String> refused = get(LAYER, "x");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        String id = made.get("id").asText();
        assertThat(member("keys of another").delete("/keys/" + id).statusCode()).isEqualTo(404);
        assertThat(staff.delete("/keys/nonsense").statusCode()).isEqualTo(404);
        assertThat(staff.read("/keys").at("/keys/0/usedOn").asText()).isNotEmpty();
        assertThat(staff.delete("/keys/" + id).statusCode()).isEqualTo(204);
        refuses(LAYER, key, 401, "KEY_INVALID");
        assertThat(staff.read("/keys").get("keys")).isEmpty();
    }

    @Test
    void aKeyEndsWithItsTimeItsAccountAndTheAdministrator() throws Exception {
        Staff staff = member("keys that end");
        String first = made(staff, PLAIN.formatted("first")).get("key").asText();
        CITY.database()
                .asAdmin(
                        "update identity.api_key set made_at = made_at - interval '40 days', expires_at = expires_at - interval '40 days' where name = 'first'");
        refuses(LAYER, first, 401, "KEY_INVALID");
        JsonNode second = made(staff, PLAIN.formatted("second"));
        assertThat(get(LAYER, second.get("key").asText()).statusCode()).isEqualTo(200);
        Cli list = Cli.run(CITY.environment(), "accounts", "keys", "list");
        assertThat(list.out())
                .contains("keys that end", "second", second.get("id").asText())
                .doesNotContain(second.get("key").asText());
        assertThat(Cli.run(
                                CITY.environment(),
                                "accounts",
                                "keys",
                                "revoke",
                                second.get("id").asText())
                        .exitCode())
                .isZero();
        assertThat(Cli.run(
                                CITY.environment(),
                                "accounts",
                                "keys",
                                "revoke",
                                second.get("id").asText())
                        .exitCode())
                .isEqualTo(2);
        refuses(LAYER, second.get("key").asText(), 401, "KEY_INVALID");
        String third = made(staff, PLAIN.formatted("third")).get("key").asText();
        Cli.run(CITY.environment(), "accounts", "set", "keys that end", "--trained", "2020-01-01");
        refuses(LAYER, third, 403, "TRAINING_LAPSED");
        Cli.run(CITY.environment(), "accounts", "revoke", "keys that end");
        refuses(LAYER, third, 401, "KEY_INVALID");
    }

    @Test
    void anAccountHasAtMostTenAlsoIfTheyAreMadeAtOnce() throws Exception {
        Staff staff = member("keys of many");
        List<Thread> threads = new ArrayList<>();
        for (int number : IntStream.range(0, 14).toArray()) {
            Thread thread = new Thread(() -> {
                try {
                    staff.post("/keys", PLAIN.formatted("key " + number));
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(staff.read("/keys").get("keys")).hasSize(10);
        assertThat(Staff.body(staff.post("/keys", PLAIN.formatted("more")), 409)
                        .get("code")
                        .asText())
                .isEqualTo("KEYS_TOO_MANY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\": [\"layers\"], \"days\": 30} | name",
                "{\"name\": \"x\", \"scopes\": [], \"days\": 30} | scopes",
                "{\"name\": \"x\", \"scopes\": [\"plans\"], \"days\": 30} | scopes",
                "{\"name\": \"x\", \"scopes\": [\"layers\"], \"days\": 367} | days",
                "{\"name\": \"x\", \"scopes\": [\"layers\"], \"days\": 30, \"licence\": \"DUL-9\", \"purpose\": \"evaluation\"} | licence",
                "{\"name\": \"x\", \"scopes\": [\"layers\"], \"days\": 30, \"purpose\": \"evaluation\"} | purpose"
            })
    void whatCannotBeIsNamed(String body, String field) throws Exception {
        Staff staff = member("keys wrong " + Integer.toHexString(body.hashCode()));
        assertThat(Staff.body(staff.post("/keys", body), 422)
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo(field);
    }

    @Test
    void aKeyHasARateOfItsOwn() throws Exception {
        String key = made(member("keys in haste"), PLAIN.formatted("haste"))
                .get("key")
                .asText();
        List<Integer> statuses = new ArrayList<>();
        for (int ask = 0; ask < 40; ask++) {
            statuses.add(get("/layers/people-by-beat.csv", key).statusCode());
        }
        assertThat(statuses.subList(0, 20)).containsOnly(200);
        assertThat(statuses).contains(429);
        assertThat(CITY.get("/layers/people-by-beat.csv").statusCode()).isEqualTo(200);
    }
}
