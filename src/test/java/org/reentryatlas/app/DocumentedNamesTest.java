package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.db.Role;
import org.reentryatlas.support.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents name of the running program exists: settings and their fallbacks, variables, routes, figures, codes. */
class DocumentedNamesTest {
    @RegisterExtension
    static final ServedCity CITY = new ServedCity();

    private static final Pattern DOTTED = Pattern.compile("^([a-z]+)(\\.[a-zA-Z_0-9*]+)+(:.*)?$");
    private static final Pattern FILE =
            Pattern.compile(".*\\.(md|mjs|json|geojson|csv|yaml|properties|zip|gpkg|xlsx)$");
    /** A setting and, soon after it, what holds when nobody sets it. */
    private static final Pattern FALLBACK = Pattern.compile("`([a-z]+\\.[a-zA-Z]+)`[^`(]{0,8} \\(([\\d,]+)");

    private static final Pattern VARIABLE = Pattern.compile("\\bATLAS_[A-Z_]+\\b");
    private static final Pattern ON_A_SERVER = Pattern.compile("http://localhost:8080(/[^\\s?#'\"`)]*)");
    private static final Pattern PATH = Pattern.compile("^(?:(?:GET|POST) )?(/[\\w./{}@-]*)(\\?.*)?$");
    private static final Pattern FIGURE = Pattern.compile("^(http|cache|hikaricp|atlas|jvm)_[a-z_]+$");
    private static final Pattern CODE = Pattern.compile("\\b[45]\\d\\d `([A-Z_]+)`");

    private static final Pattern ADDRESS = Pattern.compile("\"address\": \"(\\d+) ([^\"]+)\"");

    static List<Document> documents() throws IOException {
        // The changelog tells of what was, and names ends of paths.
        return Document.all().stream()
                .filter(document -> !document.file().endsWith("CHANGELOG.md"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySettingExists(Document document) {
        Set<String> settings = settings().keySet();
        Set<String> groups =
                settings.stream().map(path -> path.replaceFirst("\\..*", "")).collect(Collectors.toSet());
        for (String span : document.spans()) {
            if (DOTTED.matcher(span).matches()
                    && !FILE.matcher(span).matches()
                    && groups.contains(span.replaceFirst("\\..*", ""))) {
                String path = span.replaceFirst(":.*", "");
                assertThat(settings)
                        .as("%s: %s", document.file(), span)
                        .anyMatch(path.endsWith("*") ? name -> name.startsWith(path.replace("*", "")) : path::equals);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFallbackIsTheOneThatHolds(Document document) {
        FALLBACK.matcher(String.join("\n", document.prose()))
                .results()
                .forEach(found -> assertThat(settings().get(found.group(1)))
                        .as("%s: %s", document.file(), found.group(1))
                        .isEqualTo(found.group(2).replace(",", "")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPieceOfAConfigurationIsOne(Document document, @TempDir Path folder) throws IOException {
        for (String block : document.blocks()) {
            if (block.matches("(?s)[a-z]+:\n  .*")) {
                Path file = Files.writeString(folder.resolve("atlas.yaml"), block);
                assertThat(new Settings(Map.of(Settings.FILE_VARIABLE, file.toString())).faults())
                        .as("%s", document.file())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyVariableIsRead(Document document) throws IOException {
        Set<String> known = StreamSupport.stream(Settings.list().spliterator(), false)
                .map(Setting::variable)
                .collect(Collectors.toCollection(HashSet::new));
        known.add(Settings.FILE_VARIABLE);
        for (String folder : List.of("scripts", "frontend/browser")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    VARIABLE.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(known::add);
                }
            }
        }
        assertThat(known)
                .as("%s", document.file())
                .containsAll(VARIABLE.matcher(document.text())
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPathIsServed(Document document) {
        List<String> paths = new ArrayList<>();
        ON_A_SERVER.matcher(document.text()).results().forEach(found -> paths.add(found.group(1)));
        document.spans().stream()
                .flatMap(span -> PATH.matcher(span).results())
                .forEach(found -> paths.add(found.group(1)));
        List<String> routes = CITY.app().routes().stream()
                .map(route -> route.replaceFirst("^[A-Z]+ ", ""))
                .toList();
        for (String path : paths) {
            assertThat(routes.stream().anyMatch(route -> leads(route, path)) || isPage(path))
                    .as("%s: %s", document.file(), path)
                    .isTrue();
        }
    }

    /** The examples ask the demo city, whose addresses these have to be. */
    @Test
    void everyAddressThatIsLookedForIsOneOfTheDemoCity() throws IOException {
        String addresses = Files.readString(Path.of("geodata/demo/addresses.csv"));
        List<String> asked = Document.all().stream()
                .flatMap(document -> ADDRESS.matcher(document.text()).results())
                .map(found -> "," + found.group(1) + "," + found.group(2) + ",")
                .toList();
        assertThat(asked)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(addresses).contains(address));
    }

    @Test
    void everyMeasureIsDescribedInWholeSentences() throws Exception {
        List<String> descriptions =
                CITY.json("/ogc/collections/people-by-beat/schema").findValuesAsText("description");
        assertThat(descriptions)
                .anyMatch(text -> text.contains(". Rounded."))
                .noneMatch(text -> text.matches(".*[a-z] (Rounded|The middle)\\b.*"));
    }

    @Test
    void everyFigureIsMeasured() throws Exception {
        String metrics = CITY.get("/metrics").body();
        Set<String> roles = Stream.of(Role.values()).map(Role::user).collect(Collectors.toSet());
        List<String> figures = Document.all().stream()
                .flatMap(document -> document.spans().stream())
                .filter(span -> FIGURE.matcher(span).matches() && !roles.contains(span))
                .toList();
        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(metrics).containsPattern("(?m)^" + figure + "[ {]"));
    }

    @Test
    void everyCodeIsAnswered() throws IOException {
        StringBuilder source = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                source.append(Files.readString(file));
            }
        }
        List<String> codes = Document.all().stream()
                .flatMap(document -> CODE.matcher(document.text()).results())
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).isNotEmpty().allSatisfy(code -> assertThat(source).contains("\"" + code + "\""));
    }

    /** Whether a path is one of a route's, or begins one where it ends with a slash. */
    private static boolean leads(String route, String path) {
        String[] parts = route.split("/", -1);
        String[] given = path.split("/", -1);
        boolean begins = path.length() > 1 && path.endsWith("/");
        int many = begins ? given.length - 1 : given.length;
        if (begins ? parts.length <= many : parts.length != many) {
            return false;
        }
        for (int i = 0; i < many; i++) {
            if (!parts[i].contains("{") && !parts[i].equals(given[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPage(String path) {
        return path.equals("/") || Files.isRegularFile(Path.of("frontend" + path));
    }

    private static Map<String, String> settings() {
        return StreamSupport.stream(Settings.list().spliterator(), false)
                .collect(Collectors.toMap(
                        Setting::path, setting -> setting.fallback() == null ? "" : setting.fallback()));
    }
}
