package org.reentryatlas.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "Checks the configuration and prints every setting; secrets are masked.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ConfigLoader.describe(atlas.environment()));
        spec.commandLine().getOut().flush();
        // Whoever has no valid configuration yet needs the table most; the faults come after it.
        atlas.config();
        return 0;
    }
}
