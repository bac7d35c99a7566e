package org.reentryatlas.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.reentryatlas.basemap.GroundKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "basemap",
        description = {
            "Loads water or parks, which the map shows under the areas.",
            "Streets come from 'atlas load centerlines', and the edge of the jurisdiction from 'atlas load boundaries'."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadBasemapCommand implements Callable<Integer> {
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
            required = true,
            paramLabel = "KIND",
            description = "what every area of the file is: water, park")
    private String kind;

    @Override
    public Integer call() throws IOException {
        GroundKind found = GroundKind.find(kind)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--kind: there is no kind '" + kind + "'; the kinds are: "
                                + String.join(", ", GroundKind.codes())));
        return load.load(options, skip.chosen(), (loads, request) -> loads.ground(request, found));
    }
}
