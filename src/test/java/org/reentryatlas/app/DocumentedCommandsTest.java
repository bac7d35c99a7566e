package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reentryatlas.support.Document;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** The commands of the documents are those that there are: scripts, sub-commands, options, and what is required. */
class DocumentedCommandsTest {
    private static final Pattern SCRIPT = Pattern.compile("(?:^|\\s)scripts/([\\w-]+)(?=\\s|$)(.*)");
    private static final Pattern ATLAS = Pattern.compile("^atlas ([a-z].*)");
    private static final Pattern OPTION = Pattern.compile("^(--[a-z][a-z-]+).*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    /** A line of the case of scripts/atlas that says which variables a command keeps. */
    private static final Pattern KEPT = Pattern.compile("(?m)^ *([a-z][a-z |-]*)\\) keep='([^']*)'");
    /** A way of writing down what a command takes, and no command: of several words one, or something left out. */
    private static final Pattern SYNOPSIS = Pattern.compile("[a-z]\\|[a-z]| \\| |…");

    private static final Set<String> NO_OPTIONS_OF_OURS = Set.of("--test-name-pattern", "--data-urlencode");

    static List<Document> documents() throws IOException {
        return Document.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandOfABlockIsTakenAsItStands(Document document) {
        for (String command : document.commands()) {
            for (List<String> arguments : atlas(command)) {
                if (SYNOPSIS.matcher(command).find()) {
                    mustBeKnown(document, arguments);
                } else {
                    mustBeTaken(document, arguments);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandAndOptionInTheTextExists(Document document) throws IOException {
        Set<String> options = allOptions();
        for (String span : document.spans()) {
            atlas(span).forEach(arguments -> mustBeKnown(document, arguments));
            Stream.of(span)
                    .flatMap(text -> OPTION.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(option -> !NO_OPTIONS_OF_OURS.contains(option))
                    .forEach(option ->
                            assertThat(options).as("%s", document.file()).contains(option));
        }
    }

    @Test
    void everyCommandIsInADocument() throws IOException {
        Set<String> named = new HashSet<>();
        for (Document document : Document.all()) {
            Stream.concat(document.commands().stream(), document.spans().stream())
                    .flatMap(command -> atlas(command).stream())
                    .forEach(arguments -> {
                        named.add(arguments.get(0));
                        named.add(arguments.stream().limit(2).collect(Collectors.joining(" ")));
                        named.add(arguments.stream().limit(3).collect(Collectors.joining(" ")));
                    });
        }
        assertThat(named).containsAll(leaves(AtlasCommand.commandLine(Map.of()), ""));
    }

    /** The table of roles is that of scripts/atlas, which gives a command the password of its role and no other. */
    @Test
    void theTableOfRolesIsThatOfTheScript() throws IOException {
        Map<String, String> roles = new TreeMap<>();
        Document.read(Path.of("src/docs/operating.md")).prose().stream()
                .dropWhile(line -> !line.startsWith("| command | role |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.split("\\|", -1))
                .forEach(cells -> Arrays.stream(cells[1].split(",", -1))
                        .forEach(command -> roles.put(command.split("`", -1)[1], cells[2].strip())));
        Map<String, String> kept = new TreeMap<>();
        for (MatchResult line : KEPT.matcher(Files.readString(Path.of("scripts/atlas")))
                .results()
                .toList()) {
            for (String command : line.group(1).split(" \\| ", -1)) {
                kept.put(command, line.group(2));
            }
        }
        Set<String> commands = new TreeSet<>(
                AtlasCommand.commandLine(Map.of()).getSubcommands().keySet());
        commands.remove("help");
        assertThat(roles.keySet()).containsExactlyElementsOf(commands);
        kept.forEach((command, variables) ->
                assertThat(variables).as(command).isEqualTo(variablesOf(roles.getOrDefault(command, "nobody"))));
        // These are told apart by more than their name: all roles, the settings as they are, and one role of two.
        assertThat(roles.keySet())
                .filteredOn(command -> !kept.containsKey(command))
                .containsExactly("audit", "config", "demo", "gap", "verify");
    }

    /** The list of commands shows the first lines of their descriptions, which are whole sentences therefore. */
    @Test
    void everyLineOfADescriptionIsWhole() {
        assertWhole(AtlasCommand.commandLine(Map.of()));
    }

    private static void assertWhole(CommandLine command) {
        assertThat(command.getCommandSpec().usageMessage().description())
                .as(command.getCommandSpec().qualifiedName())
                .isNotEmpty()
                .allMatch(line -> line.endsWith(".") || command.getCommandName().equals("help"));
        command.getSubcommands().values().forEach(DocumentedCommandsTest::assertWhole);
    }

    /** What a process keeps that works as this role. */
    private static String variablesOf(String roles) {
        return roles.equals("none")
                ? " "
                : Arrays.stream(roles.split(", ", -1))
                        .map(role -> "ATLAS_DB_%s_PASSWORD "
                                .formatted(role.replace("atlas_", "").toUpperCase(Locale.ROOT)))
                        .collect(Collectors.joining("", " ATLAS_DB_URL ", ""));
    }

    /** The arguments of every atlas command that the text is; several where it says that a word is one of several. */
    private static List<List<String>> atlas(String text) {
        String rest = ATLAS.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
        if (rest == null) {
            rest = SCRIPT.matcher(text)
                    .results()
                    .filter(found -> found.group(1).equals("atlas"))
                    .map(found -> found.group(2).strip())
                    .findFirst()
                    .orElse("");
        }
        // An option in brackets may be left out, and is held like the others.
        List<String> words = words(rest.replaceAll("[\\[\\]]", " "));
        List<List<String>> commands = List.of(List.of());
        for (String word : words) {
            List<String> choices =
                    word.matches("[a-z_]+(\\|[a-z_]+)+") ? List.of(word.split("\\|", -1)) : List.of(word);
            commands = commands.stream()
                    .flatMap(before -> choices.stream()
                            .map(choice -> Stream.concat(before.stream(), Stream.of(choice))
                                    .toList()))
                    .toList();
        }
        return words.isEmpty() ? List.of() : commands;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> Stream.of(found.group(1), found.group(2), found.group(3))
                        .filter(word -> word != null)
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static void mustBeTaken(Document document, List<String> arguments) {
        try {
            AtlasCommand.commandLine(Map.of()).parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException e) {
            fail("%s: atlas %s: %s", document.file(), String.join(" ", arguments), e.getMessage());
        }
    }

    private static void mustBeKnown(Document document, List<String> arguments) {
        CommandLine command = AtlasCommand.commandLine(Map.of());
        String as = "%s: atlas %s".formatted(document.file(), String.join(" ", arguments));
        boolean names = true;
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                assertThat(command.getCommandSpec().optionsMap().keySet())
                        .as(as)
                        .contains(argument.replaceFirst("=.*", ""));
                names = false;
            } else if (argument.equals("…")) {
                names = false;
            } else if (names && hasCommands(command)) {
                CommandLine next = command.getSubcommands().get(argument);
                assertThat(next).as(as).isNotNull();
                command = Objects.requireNonNull(next);
            }
        }
    }

    private static boolean hasCommands(CommandLine command) {
        return !command.getSubcommands().isEmpty();
    }

    private static Set<String> leaves(CommandLine command, String name) {
        if (!hasCommands(command)) {
            return Set.of(name);
        }
        Set<String> leaves = new TreeSet<>();
        command.getSubcommands().forEach((word, next) -> {
            if (!word.equals("help")) {
                leaves.addAll(leaves(next, (name + " " + word).strip()));
            }
        });
        return leaves;
    }

    private static Set<String> allOptions() throws IOException {
        Set<String> options = new TreeSet<>();
        addOptions(AtlasCommand.commandLine(Map.of()), options);
        DocumentedScriptsTest.scripts().forEach(script -> options.addAll(DocumentedScriptsTest.options(script)));
        return options;
    }

    private static void addOptions(CommandLine command, Set<String> options) {
        options.addAll(command.getCommandSpec().optionsMap().keySet());
        command.getSubcommands().values().forEach(next -> addOptions(next, options));
    }
}
