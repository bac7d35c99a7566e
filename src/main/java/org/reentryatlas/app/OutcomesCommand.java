package org.reentryatlas.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.release.TourOutcomes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "outcomes",
        description = {
            "What Accountability Tours found, as the supervision agency writes it down on the web.",
            "Nobody can read it; a quarter is published as four protected numbers when it is closed, two weeks after its end."
        },
        mixinStandardHelpOptions = true,
        subcommands = CommandLine.HelpCommand.class)
final class OutcomesCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command.");
    }

    @Command(
            name = "publish",
            description = {
                "Publishes all quarters that are closed, and destroys what their numbers were made of, both or neither.",
                "To be run by a timer; where nothing is closed, nothing happens."
            },
            mixinStandardHelpOptions = true)
    int publish() {
        List<TourOutcomes.Quarter> quarters = as(outcomes ->
                outcomes.publish(LocalDate.now(atlas.config().jurisdiction().timeZone())));
        print(
                quarters.isEmpty()
                        ? "no quarter is closed of which anything is written down"
                        : quarters.stream().map(OutcomesCommand::line).collect(Collectors.joining("\n")));
        return 0;
    }

    private static String line(TourOutcomes.Quarter quarter) {
        return quarter.quarter() + " is published: "
                + quarter.values().entrySet().stream()
                        .map(each -> each.getKey() + " " + (each.getValue() == null ? "hidden" : each.getValue()))
                        .collect(Collectors.joining(", "))
                + "; of " + quarter.tours() + " tours (not for publication)";
    }

    @Command(
            name = "list",
            description = "Lists the quarters that wait, by how many tours something is written down of.",
            mixinStandardHelpOptions = true)
    int list() {
        List<TourOutcomes.Open> open = as(TourOutcomes::open);
        print(
                open.isEmpty()
                        ? "nothing is written down"
                        : open.stream()
                                .map(each ->
                                        each.quarter() + "  " + each.tours() + " tours  closed from " + each.closes())
                                .collect(Collectors.joining("\n")));
        return 0;
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }

    private <T> T as(Function<TourOutcomes, T> work) {
        Config config = atlas.config();
        try (Database database = Databases.open(config, Role.STEWARD)) {
            return work.apply(new TourOutcomes(database, config.policy()));
        }
    }
}
