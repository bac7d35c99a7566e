package org.reentryatlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents of security say is held by a test is held by one that exists, and every requirement is answered and counted once. */
class AsvsTest {
    /** A class of tests, or a file of browser or unit tests of the page. */
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+Test|[a-z-]+\\.test\\.mjs)`");

    private static final Pattern LINE =
            Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| (.+) \\| ([12]) \\| (met|missed|n/a) \\| (.+) \\|$");
    private static final List<String> STATES = List.of("met", "missed", "n/a");
    /** Of ASVS 5.0.0, as its table of requirements counts them. */
    private static final int LEVEL_1 = 70;

    private static final int LEVEL_2 = 183;

    private static Set<String> tests() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String folder : List.of("src/test/java", "frontend/test", "frontend/browser")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> !file.toString().contains("node_modules"))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(names::add);
            }
        }
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"asvs", "threat-model", "privacy", "encryption"})
    void everyTestThatIsNamedExists(String name) throws IOException {
        Set<String> named = TEST.matcher(Files.readString(Path.of("src/docs/" + name + ".md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        assertThat(tests()).containsAll(named);
    }

    @Test
    void everyRequirementOfBothLevelsIsAnsweredOnce() throws IOException {
        List<String> numbers = new ArrayList<>();
        int[] levels = new int[3];
        int[][] states = new int[3][STATES.size()];
        List<String> lines = Files.readAllLines(Path.of("src/docs/asvs.md"));
        for (String line : lines) {
            if (line.matches("\\| \\d+[.].*")) {
                assertThat(line).matches(LINE);
                MatchResult parts = LINE.matcher(line).results().findFirst().orElseThrow();
                numbers.add(parts.group(1));
                int level = Integer.parseInt(parts.group(3));
                levels[level]++;
                states[level][STATES.indexOf(parts.group(4))]++;
            }
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(levels).containsExactly(0, LEVEL_1, LEVEL_2);
        for (int level = 1; level < levels.length; level++) {
            assertThat(lines)
                    .contains("| %d | %d | %d | %d |"
                            .formatted(level, states[level][0], states[level][1], states[level][2]));
        }
    }
}
