package org.reentryatlas.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.reentryatlas.boundary.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "boundaries",
        description = "Loads a vintage of areas; the areas above are made from the keys that --parent names.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadBoundariesCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadOptions options;

    @Option(
            names = "--level",
            required = true,
            paramLabel = "LEVEL",
            description = "level of the file's areas: beat, sector, district, tract, block_group")
    private String level;

    @Option(names = "--key", paramLabel = "COLUMN", description = "column that holds the key of an area")
    private String key;

    @Option(names = "--name", paramLabel = "COLUMN", description = "column that holds the name of an area")
    private String name;

    @Option(names = "--population", paramLabel = "COLUMN", description = "column that holds residents")
    private String population;

    @Option(
            names = "--parent",
            paramLabel = "LEVEL=COLUMN",
            description = "column that holds the key of the area above; may be repeated")
    private Map<String, String> parents = new LinkedHashMap<>();

    @Option(
            names = "--valid-from",
            required = true,
            paramLabel = "DATE",
            description = "first day on which these boundaries hold, such as 2019-01-10")
    private LocalDate validFrom;

    @Override
    public Integer call() throws IOException {
        Map<Level, String> columnByLevel = new LinkedHashMap<>();
        parents.forEach((code, column) -> columnByLevel.put(level("--parent", code), column));
        Level base = level("--level", level);
        options.map("key", key).map("name", name).map("population", population);
        return load.load(options, false, (loads, request) -> loads.boundaries(request, base, columnByLevel, validFrom));
    }

    private Level level(String option, String code) {
        Level found = Level.find(code);
        if (found == null) {
            List<String> codes = Stream.of(Level.values()).map(Level::code).toList();
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": there is no area level '" + code + "'; the levels are: " + String.join(", ", codes));
        }
        return found;
    }
}
