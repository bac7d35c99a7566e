package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.boundary.PopulationStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "population",
        description = {
            "Counts anew how many people live in each area.",
            "The number is that of the area's file, or apportioned from census areas by the addresses that are loaded"
                    + " now."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PopulationCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of("key", "name", "residents", "method", "source", "source_from");

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LevelOption level;

    @Option(names = "--on", paramLabel = "DATE", description = "a day of the set; today otherwise")
    private @Nullable LocalDate on;

    @Option(names = "--out", paramLabel = "FILE", description = "write the areas to this CSV file")
    private @Nullable Path out;

    private record Answer(
            AreaSet set, List<PopulationStore.Residents> residents, List<PopulationStore.Outside> outside) {}

    @Override
    public Integer call() throws IOException {
        Config config = atlas.config();
        Answer answer;
        try (Database database = Databases.open(config, Role.STEWARD)) {
            answer = database.inTransaction(handle -> {
                AreaSet set = level.onOrToday(handle, on, config);
                PopulationStore store = new PopulationStore(
                        handle, config.jurisdiction().workingCrs().epsg());
                store.refresh();
                return new Answer(set, store.list(set.id(), level.level()), store.listOutside(set.id()));
            });
        }
        if (answer.residents().isEmpty()) {
            throw new InputException(
                    "nobody states residents for the %s set of %s: load block groups or tracts with them"
                            .formatted(level.level().code(), answer.set().validFrom()));
        }
        if (out != null) {
            CsvOut.write(
                    out,
                    HEADER,
                    answer.residents().stream().map(PopulationCommand::row).toList());
        }
        print(answer, spec.commandLine().getOut());
        return 0;
    }

    private void print(Answer answer, PrintWriter writer) {
        PopulationStore.Residents any = answer.residents().get(0);
        long inside = answer.residents().stream()
                .mapToLong(PopulationStore.Residents::residents)
                .sum();
        long outside = answer.outside().stream()
                .mapToLong(PopulationStore.Outside::residents)
                .sum();
        writer.println("%s: %d residents in %d areas, %s by %s (from %s)"
                .formatted(
                        level.level().code(),
                        inside,
                        answer.residents().size(),
                        any.method(),
                        any.source(),
                        any.sourceFrom()));
        if (!answer.outside().isEmpty()) {
            writer.println("  %d outside, %d in all; outside live people of %s"
                    .formatted(
                            outside,
                            inside + outside,
                            answer.outside().stream()
                                    .map(each -> each.key() + " (" + each.residents() + ")")
                                    .collect(Collectors.joining(", "))));
        }
        if (out == null) {
            answer.residents().forEach(each -> writer.println("  " + each.key() + " " + each.residents()));
        } else {
            writer.println("  written to " + out);
        }
        writer.flush();
    }

    private static List<String> row(PopulationStore.Residents each) {
        return List.of(
                each.key(),
                each.name(),
                Long.toString(each.residents()),
                each.method(),
                each.source(),
                each.sourceFrom().toString());
    }
}
