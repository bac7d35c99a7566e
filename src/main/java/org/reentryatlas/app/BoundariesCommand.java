package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.function.Function;
import org.reentryatlas.boundary.AreaSet;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.Vintages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "boundaries",
        description = "Shows the vintages of boundaries that are kept, and removes one that no release uses.",
        mixinStandardHelpOptions = true,
        subcommands = CommandLine.HelpCommand.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BoundariesCommand implements Runnable {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: list or remove.");
    }

    @Command(name = "list", description = "Lists the sets by level and day.", mixinStandardHelpOptions = true)
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        String line = "%4s  %-12s %-40s %-10s  %-10s %6s %8s%n";
        out.printf(line, "set", "level", "source", "valid from", "until", "areas", "releases");
        for (AreaSet.Listed listed : onVintages(Vintages::list)) {
            AreaSet set = listed.set();
            out.printf(
                    line,
                    set.id(),
                    set.baseLevel().code(),
                    set.source(),
                    set.validFrom(),
                    set.validTo() == null ? "" : set.validTo(),
                    listed.areas(),
                    listed.releases());
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "remove",
            description = "Removes a set that no release uses; the earlier one of its level holds on in its place.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "SET", description = "its number in 'atlas boundaries list'") long id,
            @Option(names = "--yes", description = "remove it") boolean confirmed) {
        AreaSet set = onVintages(vintages -> vintages.remove(id, confirmed));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("set %d (%s, valid %s) is removed%n", id, set.baseLevel().code(), set.days());
        out.flush();
        return 0;
    }

    private <R> R onVintages(Function<Vintages, R> task) {
        try (Database database = Databases.open(atlas.config(), Role.STEWARD)) {
            return task.apply(new Vintages(database));
        }
    }
}
