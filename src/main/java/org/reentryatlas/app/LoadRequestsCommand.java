package org.reentryatlas.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.upkeep.RequestKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "requests",
        description = {
            "Loads requests of residents to clean something up, as 311 systems publish them.",
            "Of a position it keeps the side of the block and the areas; addresses and texts are not read."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadRequestsCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LoadOptions options;

    @Mixin
    private SkipRejected skip;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "kind of every request of the file, where no column says its service: dumping, litter, cleaning,"
                            + " bulk, graffiti, weeds, other")
    private @Nullable String kind;

    @Option(
            names = "--keep-earlier",
            description = "keep what the source has up to the first day of the file, which holds the last days only")
    private boolean keepsEarlier;

    @Override
    public Integer call() throws IOException {
        Optional<RequestKind> kindOfAll = Optional.ofNullable(kind).map(this::find);
        return load.load(options, skip.chosen(), (loads, request) -> loads.requests(request, kindOfAll, keepsEarlier));
    }

    private RequestKind find(String code) {
        return RequestKind.find(code)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--kind: there is no kind '" + code + "'; the kinds are: "
                                + String.join(", ", RequestKind.codes())));
    }
}
