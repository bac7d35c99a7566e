package org.reentryatlas.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "migrate",
        description = "Brings the database to this version. Works as atlas_owner; doing it twice does no harm.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        int ran = Databases.migrate(atlas.config());
        spec.commandLine().getOut().println(ran == 0 ? "the database is up to date" : ran + " migrations ran");
        return 0;
    }
}
