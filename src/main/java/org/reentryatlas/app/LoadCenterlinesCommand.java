package org.reentryatlas.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "centerlines",
        description = "Loads centre lines of streets with the house numbers at their ends.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadCenterlinesCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Mixin
    private LoadOptions options;

    @Mixin
    private SkipRejected skip;

    @Override
    public Integer call() throws IOException {
        return load.load(options, skip.chosen(), Loads::centerlines);
    }
}
