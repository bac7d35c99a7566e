package org.reentryatlas.support;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real browser, led by the tests in {@code frontend/browser}. */
public final class Browser {
    private static final Path TESTS = Path.of("frontend/browser");
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private Browser() {}

    /**
     * Runs a file of tests against a server and fails where one of them does.
     *
     * @param server its address
     * @param file the name of the file
     * @param more variables that the tests read, beside the address
     */
    public static void test(URI server, String file, Map<String, String> more)
            throws IOException, InterruptedException {
        assumeTrue(Program.exists("node"), "skipped: Node is not installed");
        assumeTrue(NAMES.stream().anyMatch(Program::exists), "skipped: Chromium is not installed");
        assumeTrue(
                Files.isDirectory(TESTS.resolve("node_modules/playwright-core")),
                "skipped: the libraries of the browser tests are missing; scripts/test, or npm ci in " + TESTS);
        Map<String, String> variables = new HashMap<>(more);
        variables.put("ATLAS_URL", server.toString());
        Program run = Program.run(TESTS, variables, "node", "--test", "--test-reporter=tap", file);
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).containsPattern("# pass [1-9]").contains("# skipped 0");
    }
}
