package org.reentryatlas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.support.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents link to and name is there, and every page is found from the README. */
class DocumentLinksTest {
    private static final Pattern ELSEWHERE = Pattern.compile("^(https?|mailto):.*");
    /** A file of the project by its way, or of one of its parts by its name alone. */
    private static final Pattern WAY = Pattern.compile("^(src|scripts|frontend|geodata)/[\\w./-]+$");

    private static final Pattern NAME = Pattern.compile("^[\\w.-]+\\.(mjs|css|sql|java)$");
    private static final Pattern TEST_CLASS = Pattern.compile("\\b[A-Z]\\w+(?:Test|Fuzz|Bench)\\b");
    private static final Path PICTURES = Path.of("src/docs/images");

    static List<Document> documents() throws IOException {
        return Document.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Document document) throws IOException {
        for (String link : document.links()) {
            if (ELSEWHERE.matcher(link).matches()) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path file = target(document, parts[0]);
            assertThat(file.isAbsolute() || file.startsWith(".."))
                    .as("%s: %s leaves the project", document.file(), link)
                    .isFalse();
            assertThat(file).as("%s: %s", document.file(), link).exists();
            if (parts.length == 2) {
                assertThat(Document.read(file).anchors())
                        .as("%s: %s", document.file(), link)
                        .contains(parts[1]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFileAndTestThatIsNamedExists(Document document) throws IOException {
        Set<String> names = namesOfFiles();
        for (String span : document.spans()) {
            if (WAY.matcher(span).matches()) {
                assertThat(Path.of(span)).as("%s", document.file()).exists();
            } else if (NAME.matcher(span).matches()) {
                assertThat(names).as("%s", document.file()).contains(span);
            }
        }
        assertThat(names)
                .as("%s", document.file())
                .containsAll(TEST_CLASS
                        .matcher(document.text())
                        .results()
                        .map(found -> found.group() + ".java")
                        .toList());
    }

    @Test
    void everyPageAndPictureIsFoundFromTheReadme() throws IOException {
        Map<Path, Document> documents =
                Document.all().stream().collect(Collectors.toMap(Document::file, Function.identity()));
        Set<Path> found = new HashSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(Path.of("README.md")));
        while (!open.isEmpty()) {
            Path file = open.pop();
            Document document = documents.get(file);
            if (found.add(file) && document != null) {
                document.links().forEach(link -> open.push(target(document, link.replaceFirst("#.*", ""))));
            }
        }
        assertThat(found).containsAll(documents.keySet());
        try (Stream<Path> pictures = Files.list(PICTURES)) {
            assertThat(pictures.toList())
                    .isNotEmpty()
                    .allSatisfy(picture -> assertThat(found).contains(picture));
        }
    }

    private static Path target(Document document, String link) {
        Path folder = document.file().resolveSibling("");
        return (link.isEmpty() ? document.file() : folder.resolve(link)).normalize();
    }

    private static Set<String> namesOfFiles() throws IOException {
        Set<String> names = new HashSet<>();
        for (String folder : List.of("src", "frontend", "scripts")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
