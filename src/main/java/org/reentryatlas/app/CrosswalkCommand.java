package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.CrosswalkStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "crosswalk",
        description = "Shows how the areas of one vintage go over into those of the next, by ground and by addresses.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CrosswalkCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of(
            "from_key",
            "to_key",
            "square_metres",
            "units",
            "share_of_from",
            "share_of_to",
            "unit_share_of_from",
            "unit_share_of_to",
            "sliver");

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LevelOption level;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "a day of the older set; otherwise the one before --to")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "a day of the newer set; today otherwise")
    private @Nullable LocalDate to;

    @Option(names = "--out", paramLabel = "FILE", description = "write all pairs to this CSV file")
    private @Nullable Path out;

    private record Answer(AreaSet older, AreaSet newer, List<CrosswalkStore.Pair> pairs, CrosswalkStore.Moved moved) {}

    @Override
    public Integer call() throws IOException {
        Config config = atlas.config();
        Answer answer;
        try (Database database = Databases.open(config, Role.STEWARD)) {
            answer = database.inTransaction(handle -> {
                AreaSet newer = level.onOrToday(handle, to, config);
                AreaSet older =
                        level.on(handle, from == null ? newer.validFrom().minusDays(1) : from);
                CrosswalkStore store = new CrosswalkStore(
                        handle, config.jurisdiction().workingCrs().epsg());
                store.make(older.id(), newer.id(), level.level());
                return new Answer(
                        older,
                        newer,
                        store.list(older.id(), newer.id(), level.level()),
                        store.countMoved(older.id(), newer.id(), level.level()));
            });
        }
        if (out != null) {
            CsvOut.write(
                    out,
                    HEADER,
                    answer.pairs().stream().map(CrosswalkCommand::row).toList());
        }
        print(answer, spec.commandLine().getOut());
        return 0;
    }

    private void print(Answer answer, PrintWriter writer) {
        List<CrosswalkStore.Pair> slivers =
                answer.pairs().stream().filter(CrosswalkStore.Pair::isSliver).toList();
        writer.println("%s: %s (from %s) to %s (from %s)"
                .formatted(
                        level.level().code(),
                        answer.older().source(),
                        answer.older().validFrom(),
                        answer.newer().source(),
                        answer.newer().validFrom()));
        writer.println("  %d pairs; %d slivers of together %.0f m² left out"
                .formatted(
                        answer.pairs().size() - slivers.size(),
                        slivers.size(),
                        slivers.stream()
                                .mapToDouble(CrosswalkStore.Pair::squareMetres)
                                .sum()));
        writer.println(String.format(
                Locale.ROOT,
                "  address points: %d, of them in an area of another key: %d (%.1f %%)",
                answer.moved().points(),
                answer.moved().moved(),
                100.0 * answer.moved().moved() / Math.max(1, answer.moved().points())));
        if (out == null) {
            answer.pairs().stream()
                    .filter(pair -> !pair.isSliver())
                    .collect(Collectors.groupingBy(CrosswalkStore.Pair::fromKey, TreeMap::new, Collectors.toList()))
                    .forEach((key, pairs) -> writer.println("  " + key + " -> "
                            + pairs.stream().map(CrosswalkCommand::words).collect(Collectors.joining(", "))));
        } else {
            writer.println("  written to " + out);
        }
        writer.flush();
    }

    private static String words(CrosswalkStore.Pair pair) {
        String ground = percent(pair.shareOfFrom()) + " of the ground";
        return pair.toKey() + " " + ground
                + (pair.unitShareOfFrom() == null ? "" : ", " + percent(pair.unitShareOfFrom()) + " of the addresses");
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "none" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static List<String> row(CrosswalkStore.Pair pair) {
        Function<@Nullable Double, String> share =
                value -> value == null ? "" : String.format(Locale.ROOT, "%.6f", value);
        return List.of(
                pair.fromKey(),
                pair.toKey(),
                String.format(Locale.ROOT, "%.1f", pair.squareMetres()),
                Long.toString(pair.units()),
                share.apply(pair.shareOfFrom()),
                share.apply(pair.shareOfTo()),
                share.apply(pair.unitShareOfFrom()),
                share.apply(pair.unitShareOfTo()),
                Boolean.toString(pair.isSliver()));
    }
}
