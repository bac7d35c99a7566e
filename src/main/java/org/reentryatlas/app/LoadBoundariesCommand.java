package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;
import org.reentryatlas.boundary.QualityRules;
import org.reentryatlas.intake.BoundaryLoad;
import org.reentryatlas.intake.BoundaryQuality;
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
    /** Wider than a street is no accident of drawing. */
    private static final double WIDEST_SLIVER = 50;

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

    @Option(
            names = "--key",
            paramLabel = "COLUMN",
            description = "column that holds the key of an area; found by its name otherwise")
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

    @Option(
            names = "--valid-to",
            paramLabel = "DATE",
            description = "first day on which they no longer hold; until the next set starts otherwise")
    private @Nullable LocalDate validTo;

    @Option(
            names = "--check",
            description = "say what is found and keep nothing; exit code 0 if the file would be kept, 2 if not")
    private boolean check;

    @Option(
            names = "--report",
            paramLabel = "REPORT",
            description = "where everything that is found is listed, for the owner of the file: .csv or .json")
    private @Nullable Path report;

    @Option(
            names = "--repair",
            description = "mend what is safe: invalid geometries, open rings, repeated points, slivers; each is listed")
    private boolean repair;

    @Option(
            names = "--sliver",
            paramLabel = "METRES",
            defaultValue = "" + QualityRules.SLIVER_METRES,
            description = "an overlap or gap narrower than this everywhere is a sliver; default ${DEFAULT-VALUE}")
    private double sliver;

    @Option(
            names = "--accept-overlaps",
            description = "keep areas that overlap; who lives in an overlap is counted in the one with the lower key")
    private boolean acceptOverlaps;

    @Override
    public Integer call() throws IOException {
        if (!(sliver >= 0 && sliver <= WIDEST_SLIVER)) {
            throw new ParameterException(
                    spec.commandLine(), "--sliver: give metres from 0 to %.0f".formatted(WIDEST_SLIVER));
        }
        Map<Level, String> columnByLevel = new LinkedHashMap<>();
        parents.forEach((code, column) -> columnByLevel.put(level("--parent", code), column));
        Level base = level("--level", level);
        options.map("key", key).map("name", name).map("population", population);
        BoundaryLoad.Options boundaries = new BoundaryLoad.Options(
                base, columnByLevel, validFrom, validTo, sliver, repair, acceptOverlaps, report);
        return check
                ? print(load.run(options, false, (loads, request) -> loads.checkBoundaries(request, boundaries)))
                : load.load(options, false, (loads, request) -> loads.boundaries(request, boundaries));
    }

    private int print(BoundaryQuality quality) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(quality.file() + ": read " + quality.read() + ", areas by type " + new TreeMap<>(quality.types()));
        quality.lines().forEach(line -> out.println("  " + line));
        out.println(
                quality.isRefused()
                        ? "  the file would be refused; nothing was kept"
                        : "  the file would be kept; nothing was kept");
        out.flush();
        return quality.isRefused() ? AtlasCommand.BAD_INPUT : 0;
    }

    private Level level(String option, String code) {
        Level found = Level.find(code);
        if (found == null || !found.isDrawn()) {
            List<String> codes = Stream.of(Level.values())
                    .filter(Level::isDrawn)
                    .map(Level::code)
                    .toList();
            throw new ParameterException(
                    spec.commandLine(),
                    option + ": there is no area level '" + code + "'; the levels are: " + String.join(", ", codes));
        }
        return found;
    }
}
