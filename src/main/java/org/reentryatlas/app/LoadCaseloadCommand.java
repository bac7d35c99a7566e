package org.reentryatlas.app;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "caseload",
        description = {
            "Loads the people under supervision on a reference date, one row each.",
            "A column about identity, offence, risk or health refuses the file; need values that are health facts"
                    + " are removed and counted."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadCaseloadCommand implements Callable<Integer> {
    @ParentCommand
    private LoadCommand load;

    @Mixin
    private LoadOptions options;

    @Mixin
    private SkipRejected skip;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "the day the file speaks of, such as 2026-06-30")
    private LocalDate asOf;

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = "the agreement under which it is loaded; needed once 'atlas agreements' keeps one")
    private @Nullable String agreement;

    @Override
    public Integer call() throws IOException {
        return load.load(options, skip.chosen(), (loads, request) -> loads.caseload(request, asOf, agreement));
    }
}
