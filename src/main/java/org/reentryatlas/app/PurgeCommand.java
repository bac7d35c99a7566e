package org.reentryatlas.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.boundary.GridStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.supervision.RetentionStore;
import org.reentryatlas.supervision.RetentionStore.Certificate;
import org.reentryatlas.supervision.RetentionStore.Held;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "purge",
        description = {
            "Destroys the raw addresses and positions of caseloads whose retention has ended, for good.",
            "The areas that people live in stay, so that a release of the date can still be made and checked. Each"
                    + " caseload gets a certificate. Without --yes it only lists what is kept and what is due."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PurgeCommand implements Callable<Integer> {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the caseloads of this reference date, due or not; all that are due otherwise")
    private @Nullable LocalDate asOf;

    @Option(names = "--yes", description = "destroy them")
    private boolean confirmed;

    @Override
    public Integer call() {
        Config config = atlas.config();
        PrintWriter out = spec.commandLine().getOut();
        LocalDate today = LocalDate.now(config.jurisdiction().timeZone());
        try (Database database = Databases.open(config, Role.STEWARD)) {
            List<Held> held = database.read(handle -> new RetentionStore(handle).list());
            List<Held> chosen = held.stream()
                    .filter(caseload -> asOf == null
                            ? caseload.rawUntil().isBefore(today)
                            : caseload.referenceDate().equals(asOf))
                    .toList();
            if (confirmed) {
                chosen.forEach(caseload -> purge(database, caseload, out));
            } else {
                held.forEach(caseload -> out.println("caseload of %s (%s): raw addresses may be kept until %s%s"
                        .formatted(
                                caseload.referenceDate(),
                                caseload.source(),
                                caseload.rawUntil(),
                                chosen.contains(caseload) ? "; to be destroyed with --yes" : "")));
            }
            if (chosen.isEmpty()) {
                out.println(asOf == null ? "nothing is due" : "no raw addresses of " + asOf + " are kept");
            }
            out.flush();
        }
        return 0;
    }

    private static void purge(Database database, Held caseload, PrintWriter out) {
        Certificate certificate = database.inTransaction(handle -> {
            // What is not kept now can never be told again: beats that were loaded before there were hexagons get
            // theirs first.
            new GridStore(handle).complete();
            Certificate made = new RetentionStore(handle).purge(caseload.caseloadId());
            Audit.on(handle).done(Action.CASELOAD_PURGED, Long.toString(caseload.caseloadId()));
            return made;
        });
        out.println(
                "caseload of %s (%s): %d addresses and %d positions are destroyed, %d areas are kept; certificate %d"
                        .formatted(
                                caseload.referenceDate(),
                                caseload.source(),
                                certificate.addressesRemoved(),
                                certificate.positionsRemoved(),
                                certificate.areasKept(),
                                certificate.id()));
    }
}
