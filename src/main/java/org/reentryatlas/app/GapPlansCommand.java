package org.reentryatlas.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.gap.GapService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "plans",
        description = "Lists the plans for new sites that 'atlas gap site --publish' has published, or takes one back.",
        mixinStandardHelpOptions = true)
final class GapPlansCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private GapCommand gap;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--withdraw", paramLabel = "PLAN", description = "take this plan off the map and out of the layer")
    private @Nullable String withdrawn;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Config config = gap.atlas().config();
        try (Database database = Databases.open(config, Role.STEWARD)) {
            GapService service = new GapService(database, config.gap());
            if (withdrawn != null) {
                service.withdraw(withdrawn);
                out.println("plan " + withdrawn + " is withdrawn");
            } else {
                List<String> plans = service.plans();
                plans.forEach(out::println);
                if (plans.isEmpty()) {
                    out.println("no plan is published");
                }
            }
        }
        out.flush();
        return 0;
    }
}
