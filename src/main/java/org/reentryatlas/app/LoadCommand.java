package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.LoadReport;
import org.reentryatlas.intake.LoadRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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
        subcommands = {
            CommandLine.HelpCommand.class,
            LoadBoundariesCommand.class,
            LoadAddressesCommand.class,
            LoadCenterlinesCommand.class,
            LoadFacilitiesCommand.class,
            LoadBasemapCommand.class,
            LoadProvidersCommand.class,
            LoadTransitCommand.class,
            LoadRequestsCommand.class,
            LoadCaseloadCommand.class
        })
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
    interface Task<R> {
        R run(Loads loads, LoadRequest request) throws IOException;
    }

    /** Runs one load with its progress bar and prints its account. */
    int load(LoadOptions options, boolean skipRejected, Task<LoadReport> task) throws IOException {
        print(run(options, skipRejected, task), spec.commandLine().getOut());
        return 0;
    }

    /** Runs one task on a file with its progress bar. */
    <R> R run(LoadOptions options, boolean skipRejected, Task<R> task) throws IOException {
        Config config = atlas.config();
        try (Database database = Databases.open(config, Role.STEWARD);
                Progress progress = new Progress(
                        options.file().getFileName().toString(),
                        spec.commandLine().getErr(),
                        Progress.isTerminal())) {
            return task.run(new Loads(database, config), options.request(skipRejected, progress));
        }
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
}
