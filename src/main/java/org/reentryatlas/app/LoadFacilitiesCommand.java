package org.reentryatlas.app;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.Facility;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "facilities",
        description = {
            "Loads the public register of facilities: halfway houses, shelters, jails.",
            "An address of a caseload that is one of theirs counts as group quarters and never as a home."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LoadFacilitiesCommand implements Callable<Integer> {
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
            description = "kind of every facility of the file, where no column says it: halfway_house, shelter,"
                    + " correctional_facility, transitional_housing, treatment_residence, other")
    private @Nullable String kind;

    @Override
    public Integer call() throws IOException {
        Optional<Facility.Kind> kindOfAll = kind == null ? Optional.empty() : Optional.of(find(kind));
        return load.load(options, skip.chosen(), (loads, request) -> loads.facilities(request, kindOfAll));
    }

    private Facility.Kind find(String code) {
        Facility.Kind found = Facility.Kind.find(code);
        if (found == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--kind: there is no kind '" + code + "'; the kinds are: "
                            + String.join(", ", Facility.Kind.codes()));
        }
        return found;
    }
}
