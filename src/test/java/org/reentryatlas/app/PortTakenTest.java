package org.reentryatlas.app;

import ch.qos.logback.classic.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.Logs;
import org.reentryatlas.support.SmallCity;
import org.reentryatlas.support.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** A server whose port another program has. */
class PortTakenTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void itSaysSoAndLeavesNothingRunning(@TempDir Path directory) throws Exception {
        Map<String, String> environment = DATABASE.environment(SmallCity.config(directory));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
                Logs logs = Logs.ofAll()) {
            Cli serve = Cli.run(environment, "serve", "--port", String.valueOf(other.getLocalPort()));
            assertThat(serve.exitCode()).isEqualTo(1);
            assertThat(serve.err())
                    .contains("port " + other.getLocalPort(), "is taken", "--port")
                    .doesNotContain("fault of the program");
            assertThat(logs.events())
                    .as("said once")
                    .noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.ERROR));
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        for (Thread thread : left) {
            if (thread.getName().equals("kept")) {
                thread.join(Duration.ofSeconds(10).toMillis());
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }
}
