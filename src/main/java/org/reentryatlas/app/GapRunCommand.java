package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.gap.GapService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Computes the service gaps of a release with the streets and the service directory of the day, and publishes them.",
            "Takes the numbers of people from what the release publishes, and reads nothing about persons."
        },
        mixinStandardHelpOptions = true)
final class GapRunCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private GapCommand gap;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--release",
            paramLabel = "ID",
            description = "the release, such as 2026-06-30.1; the one with the newest reference date otherwise")
    private @Nullable String release;

    @Override
    public Integer call() {
        Config config = gap.atlas().config();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        GapService.Run run;
        try (Database database = Databases.open(config, Role.STEWARD)) {
            run = new GapService(database, config.gap()).run(release, err::println);
        }
        print(run, out);
        return 0;
    }

    static void print(GapService.Run run, PrintWriter out) {
        out.println(
                run.isNew()
                        ? "gap run " + run.id() + " is published"
                        : "gap run " + run.id() + " was made of this very input: nothing changed");
        run.summary().forEach(line -> out.println("  " + line));
        out.flush();
    }
}
