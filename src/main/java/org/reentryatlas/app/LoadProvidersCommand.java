package org.reentryatlas.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "providers",
        description = "Loads a service directory; a known identifier is updated, a new one is added.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadProvidersCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Mixin
    private LoadOptions options;

    @Mixin
    private SkipRejected skip;

    @Override
    public Integer call() throws IOException {
        return load.load(options, skip.chosen(), Loads::providers);
    }
}
