package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.hsds.ExportStore;
import org.reentryatlas.hsds.HsdsExport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes what is kept to a file that other programs read. Works as atlas_steward.",
        mixinStandardHelpOptions = true,
        subcommands = {CommandLine.HelpCommand.class, ExportCommand.Hsds.class, ExportReleaseCommand.class})
final class ExportCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    AtlasCommand atlas() {
        return atlas;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to export.");
    }

    @Command(
            name = "hsds",
            description = "Writes the service directory as HSDS 3.0: a JSON array of services.",
            mixinStandardHelpOptions = true)
    static final class Hsds implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private ExportCommand export;

        @Parameters(paramLabel = "FILE", description = "the file to write, such as services.json")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Path file;

        @Option(names = "--source", paramLabel = "NAME", description = "one source alone; all of them otherwise")
        private String source = "";

        @Override
        public Integer call() throws IOException {
            if (!file.toString().endsWith(".json")) {
                throw new InputException(file + ": the export is JSON; name a file that ends with .json");
            }
            long services;
            try (Database database = Databases.open(export.atlas.config(), Role.STEWARD)) {
                services = database.inTransaction(handle -> HsdsExport.write(new ExportStore(handle), source, file));
            }
            export.spec.commandLine().getOut().println(file + ": " + services + " services");
            return 0;
        }
    }
}
