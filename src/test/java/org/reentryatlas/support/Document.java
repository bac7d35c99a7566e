package org.reentryatlas.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document of the project in Markdown, taken apart for the tests that hold it to what exists.
 *
 * @param file below the folder of the project
 * @param prose all that is no block of code, a line each
 * @param blocks the blocks of code, without what marks them
 */
public record Document(Path file, List<String> prose, List<String> blocks) {
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^]]*]\\(([^)\\s]+)\\)|!\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern SPAN = Pattern.compile("`([^`]+)`");
    /** A remark behind a command, as the shell knows it; the blanks before it tell it from a fragment. */
    private static final Pattern REMARK = Pattern.compile("\\s{2,}#\\s.*$");

    private static final Pattern PROMPT = Pattern.compile("^[$>] ");

    /** All documents that people read: those of the top folder, of src/docs, and the sources of the data. */
    public static List<Document> all() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("", "src/docs")) {
            try (Stream<Path> found = Files.list(Path.of(folder))) {
                found.filter(file -> file.toString().endsWith(".md")).forEach(files::add);
            }
        }
        files.add(Path.of("geodata/SOURCES.md"));
        List<Document> documents = new ArrayList<>();
        for (Path file : files.stream().map(Path::normalize).sorted().toList()) {
            documents.add(read(file));
        }
        return documents;
    }

    public static Document read(Path file) throws IOException {
        List<String> prose = new ArrayList<>();
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("```")) {
                fenced = !fenced;
                close(block, blocks);
                continue;
            }
            boolean indented = line.startsWith("    ") && (!block.isEmpty() || follows(prose));
            if (fenced || indented) {
                block.add(fenced ? line : line.substring(4));
            } else {
                close(block, blocks);
                prose.add(line);
            }
        }
        close(block, blocks);
        return new Document(file, prose, blocks);
    }

    /** A block begins after an empty line: otherwise the indentation continues an item of a list. */
    private static boolean follows(List<String> prose) {
        return prose.isEmpty() || prose.get(prose.size() - 1).isBlank();
    }

    private static void close(List<String> block, List<String> blocks) {
        if (!block.isEmpty()) {
            blocks.add(String.join("\n", block));
            block.clear();
        }
    }

    /** The commands of the blocks, a line each: continued lines joined, without prompts and remarks. */
    public List<String> commands() {
        return blocks.stream()
                .flatMap(block -> block.replaceAll("\\\\\n\\s*", "").lines())
                .map(line ->
                        REMARK.matcher(PROMPT.matcher(line).replaceFirst("")).replaceFirst(""))
                .map(String::strip)
                .toList();
    }

    /** The pieces of code in the text, such as {@code atlas verify}. */
    public List<String> spans() {
        List<String> spans = new ArrayList<>();
        eachMatch(SPAN, span -> spans.add(span.replace('\n', ' ')));
        return spans;
    }

    /** What links and pictures lead to, as it is written. */
    public List<String> links() {
        List<String> links = new ArrayList<>();
        eachMatch(LINK, links::add);
        return links;
    }

    private void eachMatch(Pattern pattern, Consumer<String> consumer) {
        pattern.matcher(String.join("\n", prose))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .forEach(consumer);
    }

    /** The names of its headings in addresses, as GitHub makes them. */
    public Set<String> anchors() {
        return prose.stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** All of it, for what is looked for wherever it stands. */
    public String text() {
        return String.join("\n", prose) + "\n" + String.join("\n", blocks);
    }
}
