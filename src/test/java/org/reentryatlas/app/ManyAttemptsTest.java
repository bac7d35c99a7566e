package org.reentryatlas.app;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody tries passwords and keys, ten thousand of them, while others go on working. */
class ManyAttemptsTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final int ATTEMPTS = 10_000;
    private static final int THREADS = 16;
    private static final String PASSWORD = "a kettle beside the river";

    /** What others tried from here before would be counted, too. */
    @BeforeAll
    @AfterAll
    static void forget() throws Exception {
        CITY.database().asAdmin("delete from identity.sign_in_failure");
    }

    private static int attempt(String body) throws Exception {
        return CITY.send(HttpRequest.newBuilder(CITY.uri("/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private static List<Integer> attempts(int thread) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = thread; i < ATTEMPTS; i += THREADS) {
            statuses.add(attempt(
                    i % 2 == 0
                            ? "{\"name\": \"attempts owner\", \"password\": \"attempt " + i + "\"}"
                            : "{\"key\": \"attempt-" + i + "\"}"));
        }
        return statuses;
    }

    @Test
    void nobodyGetsInAndNobodyIsKeptOut() throws Exception {
        String key = Staff.key(CITY, "attempts owner", "planner", "police");
        assertThat(Staff.setPassword(CITY, "attempts owner", PASSWORD).exitCode())
                .isZero();
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<Integer>>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int own = thread;
                work.add(() -> attempts(own));
            }
            List<Future<List<Integer>>> done = new ArrayList<>();
            work.forEach(each -> done.add(clients.submit(each)));
            Staff owner = Staff.signIn(CITY, key);
            assertThat(owner.read("/session").get("name").asText())
                    .as("meanwhile, with the key")
                    .isEqualTo("attempts owner");
            assertThat(CITY.get("/api/map").statusCode()).isEqualTo(200);
            for (Future<List<Integer>> each : done) {
                each.get().forEach(status -> statuses.merge(status, 1, Integer::sum));
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.println("attempts to sign in by status: " + statuses);
        // 503 where others were compared for longer than one waits for a turn; nothing was compared then.
        assertThat(statuses.keySet()).isSubsetOf(403, 503);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ATTEMPTS);
        assertThat(attempt("{\"name\": \"attempts owner\", \"password\": \"" + PASSWORD + "\"}"))
                .as("the right password, from where it was tried")
                .isEqualTo(403);
        assertThat(CITY.database()
                        .query(
                                org.reentryatlas.db.Role.DESK,
                                "select count(*) from identity.sign_in_failure f join identity.account a on a.id = f.account_id"
                                        + " where a.name = 'attempts owner'"))
                .as("five were compared, and no more")
                .containsExactly("5");
    }
}
