package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.intake.ProviderLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "providers",
        description = {
            "Loads a service directory: HSDS 3.x JSON, HSDS tables in a folder or zip (1.x, 3.x), or any table.",
            "A newer file of the same source takes the older one's place."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadProvidersCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Mixin
    private LoadOptions options;

    @Mixin
    private SkipRejected skip;

    @Option(
            names = "--category",
            paramLabel = "CODE",
            description = "our category for rows of a table whose own words are none of ours")
    private @Nullable String category;

    @Option(
            names = "--terms",
            paramLabel = "FILE",
            description = "where the words that are no category of ours are listed, with their numbers")
    private @Nullable Path terms;

    @Override
    public Integer call() throws IOException {
        return load.load(
                options,
                skip.chosen(),
                (loads, request) -> loads.providers(request, new ProviderLoad.Options(category, terms)));
    }
}
