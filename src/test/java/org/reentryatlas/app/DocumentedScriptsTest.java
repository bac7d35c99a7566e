package org.reentryatlas.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.support.Document;
import org.reentryatlas.support.Program;

import static org.assertj.core.api.Assertions.assertThat;

/** The scripts that the documents name are there, with the options that they name, and take what their help says. */
class DocumentedScriptsTest {
    private static final Pattern SCRIPT = Pattern.compile("(?:^|\\s)scripts/([\\w-]+)(?=\\s|$)(.*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern ACCEPTED = Pattern.compile("(?m)^\\s*(--[a-z-]+(?:=\\*)?(?: \\| -{1,2}[a-z-]+)*)\\)");
    private static final Path SCRIPTS = Path.of("scripts");

    static List<Document> documents() throws IOException {
        return Document.all();
    }

    /** All programs of the folder that people run. */
    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.filter(file -> !file.getFileName().toString().contains("."))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyScriptIsThereAndHasWhatIsNamed(Document document) {
        Stream.concat(document.commands().stream(), document.spans().stream())
                .forEach(text -> mustBeInTheHelp(document, text));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void itTakesTheOptionsOfItsHelpAndNoOthers(Path script) {
        assertThat(script).isExecutable();
        assertThat(accepted(script)).isEqualTo(options(script));
    }

    @Test
    void everyScriptIsInADocument() throws IOException {
        Set<Path> named = new TreeSet<>();
        for (Document document : Document.all()) {
            Stream.concat(document.commands().stream(), document.spans().stream())
                    .flatMap(text -> SCRIPT.matcher(text).results())
                    .forEach(found -> named.add(SCRIPTS.resolve(found.group(1))));
        }
        assertThat(named).containsExactlyElementsOf(scripts());
    }

    /** An option without its value is a message of the script's own, and no fault of the shell. */
    @ParameterizedTest
    @CsvSource({
        "demo, --port",
        "demo, --data-dir",
        "demo, --data-dir=",
        "cluster, --data-dir",
        "cluster, --data-dir=",
        "fuzz, --minutes",
        "bench load, --rows",
        "bench serve, --only"
    })
    void anOptionWithoutItsValueIsNamed(String script, String option) throws Exception {
        Program run = Program.run(Path.of("."), "bash", "-c", "exec scripts/" + script + " " + option + " 2>&1");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output()).endsWith(": " + option.replace("=", "") + " needs a value; see --help\n");
    }

    /** Another script than atlas: it is there, and its help has the options, and the first word where that is no value. */
    private static void mustBeInTheHelp(Document document, String text) {
        for (MatchResult found : SCRIPT.matcher(text).results().toList()) {
            Path script = SCRIPTS.resolve(found.group(1));
            assertThat(script).as("%s: %s", document.file(), text).isExecutable();
            if (found.group(1).equals("atlas")) {
                continue;
            }
            String help = help(script);
            assertThat(options(help)).as("%s: %s", document.file(), text).containsAll(options(found.group(2)));
            Stream.of(found.group(2).strip().split(" ", -1))
                    .limit(1)
                    .filter(word -> word.matches("[a-z]+"))
                    .forEach(word ->
                            assertThat(help).as("%s: %s", document.file(), text).containsPattern("\\b" + word + "\\b"));
        }
    }

    /** The comment at the top of a script is its help; the bench has a second program for serving. Other scripts' are left out. */
    private static String help(Path script) {
        return files(script).stream()
                .map(DocumentedScriptsTest::read)
                .flatMap(text -> text.lines().skip(1).takeWhile(line -> line.startsWith("#")))
                .filter(line -> !line.startsWith("# shellcheck"))
                .map(line -> line.replaceFirst("scripts/(?!" + script.getFileName() + "\\b).*", ""))
                .collect(Collectors.joining("\n"));
    }

    /** The options that the help of a script has. */
    static Set<String> options(Path script) {
        return options(help(script));
    }

    private static Set<String> options(String text) {
        Set<String> options =
                OPTION.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
        options.remove("--help");
        return options;
    }

    private static Set<String> accepted(Path script) {
        return files(script).stream()
                .flatMap(file -> ACCEPTED.matcher(read(file)).results())
                .flatMap(found -> options(found.group(1)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path script) {
        return script.endsWith("bench") ? List.of(script, Path.of("scripts/bench.d/serve")) : List.of(script);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
