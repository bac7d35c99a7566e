package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.Feeds;
import org.reentryatlas.transit.FeedStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "transit",
        description = "Shows the feeds of public transport that are kept, and removes one.",
        mixinStandardHelpOptions = true,
        subcommands = CommandLine.HelpCommand.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TransitCommand implements Runnable {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: list or remove.");
    }

    @Command(name = "list", description = "Lists the feeds by source.", mixinStandardHelpOptions = true)
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        List<FeedStore.Kept> feeds = onFeeds(Feeds::list);
        feeds.forEach(feed -> out.printf(
                "%s, version %s, of %s%n",
                Feeds.describe(feed), feed.version().isEmpty() ? "not stated" : feed.version(), feed.publisher()));
        if (feeds.isEmpty()) {
            out.println("no feed of public transport is loaded");
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "remove",
            description = {
                "Removes a feed. The next 'atlas gap run' is without it, and without public transport if it was the last.",
                "Runs that were made with it stay, and can be computed again from their own files."
            },
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "SOURCE", description = "as 'atlas transit list' names it") String source,
            @Option(names = "--yes", description = "remove it") boolean confirmed) {
        FeedStore.Kept feed = onFeeds(feeds -> feeds.remove(source, confirmed));
        PrintWriter out = spec.commandLine().getOut();
        out.println(Feeds.describe(feed) + " is removed");
        out.flush();
        return 0;
    }

    private <R> R onFeeds(Function<Feeds, R> task) {
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            return task.apply(new Feeds(database));
        }
    }
}
