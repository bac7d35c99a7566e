package org.reentryatlas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.reentryatlas.support.Browser;

/** The page in a real browser: the tests in {@code frontend/browser}, before a city with a full directory of services. */
class BrowserTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity(services());

    private static String services() {
        try {
            return Files.readString(Path.of("geodata/demo/providers.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void thePagePassesItsTests() throws Exception {
        String supervision = Staff.key(CITY, "browser supervision", "planner", "supervision");
        String police = Staff.key(CITY, "browser police", "planner", "police");
        Browser.test(CITY.uri(""), "all.mjs", Map.of("ATLAS_PLANNERS", supervision + " " + police));
    }
}
