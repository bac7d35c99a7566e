package org.reentryatlas.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.reentryatlas.democity.DemoCity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo-city",
        description = "Writes the files of the demo city, which does not exist; the same seed makes the same bytes.",
        mixinStandardHelpOptions = true)
final class DemoCityCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "seed of the city; that of geodata/demo otherwise")
    private long seed = DemoCity.COMMITTED_SEED;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "where the files are written")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Override
    public Integer call() throws IOException {
        DemoCity.generate(seed, out)
                .byFile()
                .forEach((file, count) -> spec.commandLine().getOut().println(file + ": " + count));
        return 0;
    }
}
