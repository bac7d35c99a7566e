package org.reentryatlas.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "providers",
        description = "Looks after the service directory.",
        mixinStandardHelpOptions = true,
        subcommands = {ProvidersDuplicatesCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ProvidersCommand implements Runnable {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do.");
    }

    Config config() {
        return atlas.config();
    }
}
