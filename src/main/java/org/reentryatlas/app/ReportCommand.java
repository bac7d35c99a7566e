package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.release.AccountStore;
import org.reentryatlas.release.ReleaseAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = {
            "Writes the report about a release for the privacy officer, as a web page or as a PDF.",
            "It holds exact counts and tells why cells are hidden, so it is not for publication. Works as atlas_steward."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RELEASE", description = "the release, such as 2026-06-30.1, or its reference date")
    private String release;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "the file to write; .html or .pdf says which of the two it is to be")
    private Path file;

    @Option(names = "--force", description = "write over a file that is there")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        ReportFile target = ReportFile.at(file, force, "--force writes over it");
        Config config = atlas.config();
        ReleaseAccount account;
        try (Database database = Databases.open(config, Role.STEWARD)) {
            account = database.inTransaction(handle -> {
                ReleaseAccount found = new AccountStore(handle).find(release);
                Audit.on(handle).done(Action.REPORT_WRITTEN, found.id());
                return found;
            });
        }
        target.draft(account, config.jurisdiction());
        target.keep();
        spec.commandLine().getOut().println(file + ": report of release " + account.id() + " (not for publication)");
        return 0;
    }
}
