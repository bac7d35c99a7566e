package org.reentryatlas.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.provider.FreshnessStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "providers",
        description = "Looks after the service directory. Works as atlas_steward.",
        mixinStandardHelpOptions = true,
        subcommands = {CommandLine.HelpCommand.class, ProvidersDuplicatesCommand.class, ProvidersCommand.Due.class})
final class ProvidersCommand implements Runnable {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do with the providers.");
    }

    Config config() {
        return atlas.config();
    }

    @Command(
            name = "due",
            description = {
                "Lists the services that somebody should call: never verified, due again, or closed.",
                "One a line: state, date, source, identifier, organization, name; separated by tabs."
            },
            mixinStandardHelpOptions = true)
    static final class Due implements Callable<Integer> {
        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private ProvidersCommand providers;

        @Option(names = "--as-of", paramLabel = "DATE", description = "the day that counts as today")
        private @Nullable LocalDate asOf;

        @Override
        public Integer call() {
            Config config = providers.config();
            LocalDate day = asOf == null ? LocalDate.now(config.jurisdiction().timeZone()) : asOf;
            List<FreshnessStore.Due> due;
            try (Database database = Databases.open(config, Role.STEWARD)) {
                due = database.read(handle -> new FreshnessStore(handle).listDue(day, config.verifyDays()));
            }
            PrintWriter out = providers.spec.commandLine().getOut();
            due.forEach(service -> out.println(String.join(
                    "\t",
                    service.state(),
                    service.since() == null ? "" : service.since().toString(),
                    service.source(),
                    service.key(),
                    service.organization(),
                    service.name())));
            out.println(due.size() + " services are due or closed on " + day);
            return 0;
        }
    }
}
