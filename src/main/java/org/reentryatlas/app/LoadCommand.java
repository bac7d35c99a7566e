package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.LoadReport;
import org.reentryatlas.intake.LoadRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description = {
            "Loads a file, whole or not at all, and prints: read = accepted + rejected.",
            "Works as atlas_steward. A rejected row refuses the file and is listed with its number, field and reason."
        },
        mixinStandardHelpOptions = true,
        subcommands = CommandLine.HelpCommand.class)
final class LoadCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to load.");
    }

    /** One kind of load. */
    private interface Task {
        LoadReport run(Loads loads, LoadRequest request) throws IOException;
    }

    private int load(LoadOptions options, boolean skipRejected, Task task) throws IOException {
        Config config = atlas.config();
        LoadReport report;
        try (Database database = Databases.open(config, Role.STEWARD);
                Progress progress = new Progress(
                        options.file().getFileName().toString(),
                        spec.commandLine().getErr(),
                        isTerminal())) {
            report = task.run(new Loads(database, config), options.request(skipRejected, progress));
        }
        print(report, spec.commandLine().getOut());
        return 0;
    }

    @SuppressWarnings("SystemConsoleNull") // on Java 17 a null console is how a pipe is known
    private static boolean isTerminal() {
        return System.console() != null;
    }

    static void print(LoadReport report, PrintWriter out) {
        out.println(report.source() + ": " + report.summary());
        report.rejected().forEach((reason, rows) -> out.println("  rejected: " + reason + " " + rows));
        if (report.rejectsFile() != null) {
            out.println("  the rejected rows are listed in " + report.rejectsFile());
        }
        report.notes().forEach(note -> out.println("  " + note));
        out.flush();
    }

    private static Level level(CommandSpec spec, String option, String code) {
        Level level = Level.find(code);
        if (level == null) {
            List<String> codes = Stream.of(Level.values()).map(Level::code).toList();
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": there is no area level '" + code + "'; the levels are: " + String.join(", ", codes));
        }
        return level;
    }

    @Command(
            name = "boundaries",
            description = "Loads a vintage of areas; the areas above are made from the keys that --parent names.",
            mixinStandardHelpOptions = true)
    int boundaries(
            @Mixin LoadOptions options,
            @Option(
                            names = "--level",
                            required = true,
                            paramLabel = "LEVEL",
                            description = "level of the file's areas: beat, sector, district, tract, block_group")
                    String level,
            @Option(names = "--key", paramLabel = "COLUMN", description = "column that holds the key of an area")
                    String key,
            @Option(names = "--name", paramLabel = "COLUMN", description = "column that holds the name of an area")
                    String name,
            @Option(names = "--population", paramLabel = "COLUMN", description = "column that holds residents")
                    String population,
            @Option(
                            names = "--parent",
                            paramLabel = "LEVEL=COLUMN",
                            description = "column that holds the key of the area above; may be repeated")
                    Map<String, String> parents,
            @Option(
                            names = "--valid-from",
                            required = true,
                            paramLabel = "DATE",
                            description = "first day on which these boundaries hold, such as 2019-01-10")
                    LocalDate validFrom)
            throws IOException {
        Map<Level, String> columnByLevel = new LinkedHashMap<>();
        if (parents != null) {
            parents.forEach((code, column) -> columnByLevel.put(level(spec, "--parent", code), column));
        }
        Level base = level(spec, "--level", level);
        options.map("key", key).map("name", name).map("population", population);
        return load(options, false, (loads, request) -> loads.boundaries(request, base, columnByLevel, validFrom));
    }

    @Command(
            name = "addresses",
            description = "Loads address points: where anybody lives, which is public.",
            mixinStandardHelpOptions = true)
    int addresses(@Mixin LoadOptions options, @Mixin SkipRejected skip) throws IOException {
        return load(options, skip.chosen(), Loads::addresses);
    }

    @Command(
            name = "providers",
            description = "Loads a service directory; a known identifier is updated, a new one is added.",
            mixinStandardHelpOptions = true)
    int providers(@Mixin LoadOptions options, @Mixin SkipRejected skip) throws IOException {
        return load(options, skip.chosen(), Loads::providers);
    }

    @Command(
            name = "caseload",
            description = {
                "Loads the people under supervision on a reference date, one row each.",
                "A column about identity, offence, risk or health refuses the file; need values that are health facts"
                        + " are removed and counted."
            },
            mixinStandardHelpOptions = true)
    int caseload(
            @Mixin LoadOptions options,
            @Mixin SkipRejected skip,
            @Option(
                            names = "--as-of",
                            required = true,
                            paramLabel = "DATE",
                            description = "the day the file speaks of, such as 2026-06-30")
                    LocalDate asOf)
            throws IOException {
        return load(options, skip.chosen(), (loads, request) -> loads.caseload(request, asOf));
    }
}
