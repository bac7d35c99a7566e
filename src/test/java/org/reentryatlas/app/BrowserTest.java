package org.reentryatlas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.reentryatlas.support.Browser;
import org.reentryatlas.support.Cli;
import org.reentryatlas.support.SmallCity;

import static org.assertj.core.api.Assertions.assertThat;

/** The page in a real browser: the tests in {@code frontend/browser}, before a city with a full directory of services. */
class BrowserTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity(services());

    @TempDir
    static Path directory;

    private static String services() {
        try {
            return Files.readString(Path.of("geodata/demo/providers.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Requests to clean up of the last weeks, so that there is something to say of where to clean: of each beat others. */
    @BeforeAll
    static void loadRequests() throws IOException {
        List<String> lines = new ArrayList<>(List.of("id,service_name,opened,status,lon,lat"));
        for (int i = 0; i < 60; i++) {
            // Along the street through beats 01 and 02, and down the one that crosses it.
            double lon = i % 3 == 0 ? -105.0951 : -105.098 + 0.00025 * i;
            double lat = i % 3 == 0 ? 43.502 + 0.00025 * i : 43.5051;
            String service = i % 3 == 0 ? "Weeds" : i % 2 == 0 ? "Illegal Dumping" : "Litter";
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,open,%f,%f",
                    i,
                    service,
                    LocalDate.now(ZoneOffset.UTC).minusDays(2 + i % 20),
                    lon,
                    lat));
        }
        Path file = Files.write(directory.resolve("requests.csv"), lines);
        Cli run = Cli.run(CITY.environment(), "load", "requests", file.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void thePagePassesItsTests() throws Exception {
        String supervision = Staff.key(CITY, "browser supervision", "planner", "supervision");
        String police = Staff.key(CITY, "browser police", "planner", "police");
        String coalition = Staff.key(CITY, "browser coalition", "coalition_member", "");
        String desk = Stream.of("data_steward", "privacy_officer", "administrator")
                .map(role -> Staff.key(CITY, "browser " + role.replace('_', ' '), role, ""))
                .collect(Collectors.joining(" "));
        String lapsed = Staff.key(CITY, "browser lapsed", "privacy_officer", "", "--trained", "2025-01-01");
        prepareRelease();
        Browser.test(
                CITY.uri(""),
                "all.mjs",
                Map.of(
                        "ATLAS_PLANNERS",
                        supervision + " " + police,
                        "ATLAS_COALITION",
                        coalition,
                        "ATLAS_DESK",
                        desk,
                        "ATLAS_LAPSED",
                        lapsed));
    }

    /** One that waits for its signatures. */
    private static void prepareRelease() throws IOException {
        Path caseload = SmallCity.caseload(directory, "caseload.csv", 70, 52, 33, 5, 61, 47, 120, 88, 14, 30, 30, 30);
        for (List<String> command : List.of(
                List.of("load", "caseload", caseload.toString(), "--as-of", "2026-09-30"),
                List.of("release", "--as-of", "2026-09-30", "--prepare"))) {
            Cli run = Cli.run(CITY.environment(), command);
            assertThat(run.exitCode()).as(run.err()).isZero();
        }
    }
}
