package org.reentryatlas.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "transit",
        description = {
            "Loads a feed of public transport in GTFS, a zip file.",
            "Once one is loaded, 'atlas gap run' knows ways with public transport beside those on foot and by car."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadTransitCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Mixin
    private LoadOptions options;

    @Override
    public Integer call() throws IOException {
        return load.load(options, false, Loads::transit);
    }
}
