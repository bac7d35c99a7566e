package org.reentryatlas.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.agreement.DestructionStore;
import org.reentryatlas.agreement.Retention;
import org.reentryatlas.audit.Action;
import org.reentryatlas.audit.Audit;
import org.reentryatlas.audit.By;
import org.reentryatlas.boundary.GridStore;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.supervision.RetentionStore;
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
                    + " caseload gets a certificate. Without --yes it only lists what is kept and what is due.",
            "Of a caseload under an agreement, the retention of its newest version counts if that ends sooner, and 'atlas agreements certificate'"
                    + " tells its parties what was destroyed."
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
            List<Due> held = list(database, config.jurisdiction().timeZone());
            List<Due> chosen = held.stream()
                    .filter(caseload -> asOf == null
                            ? caseload.lastDay().isBefore(today)
                            : caseload.held().referenceDate().equals(asOf))
                    .toList();
            if (confirmed) {
                chosen.forEach(caseload -> purge(database, caseload, today, out));
            } else {
                held.forEach(caseload -> out.println("caseload of %s (%s): raw addresses may be kept until %s%s%s"
                        .formatted(
                                caseload.held().referenceDate(),
                                caseload.held().source(),
                                caseload.lastDay(),
                                caseload.under() == null
                                        ? ""
                                        : ", agreement " + caseload.under().id(),
                                chosen.contains(caseload) ? "; to be destroyed with --yes" : "")));
            }
            if (chosen.isEmpty()) {
                out.println(asOf == null ? "nothing is due" : "no raw addresses of " + asOf + " are kept");
            }
            out.flush();
        }
        return 0;
    }

    /**
     * A caseload whose raw data are here.
     *
     * @param under what its agreement says, or null
     */
    private record Due(Held held, @Nullable Retention under) {
        /** That of the load, or that of the newest version of the agreement if it is sooner: an amendment may shorten what was known then. */
        LocalDate lastDay() {
            LocalDate agreed = under == null ? held.rawUntil() : under.lastDay(held.loadedOn());
            return agreed.isBefore(held.rawUntil()) ? agreed : held.rawUntil();
        }

        String cause(LocalDate today) {
            return lastDay().isBefore(today)
                    ? "they could be kept until " + lastDay()
                    : "asked for before " + lastDay() + ", until which they could be kept";
        }
    }

    private static List<Due> list(Database database, ZoneId zone) {
        return database.inTransaction(handle -> {
            List<Retention> agreed = new DestructionStore(handle).retentions(zone);
            return new RetentionStore(handle)
                    .list(zone).stream()
                            .map(held -> new Due(
                                    held,
                                    agreed.stream()
                                            .filter(each -> each.caseloadId() == held.caseloadId())
                                            .findFirst()
                                            .orElse(null)))
                            .sorted(Comparator.comparing(Due::lastDay))
                            .toList();
        });
    }

    private static void purge(Database database, Due due, LocalDate today, PrintWriter out) {
        Held caseload = due.held();
        RetentionStore.Certificate certificate = database.inTransaction(handle -> {
            // What is not kept now can never be told again: beats that were loaded before there were hexagons get
            // theirs first.
            new GridStore(handle).complete();
            RetentionStore.Certificate made = new RetentionStore(handle).purge(caseload.caseloadId());
            if (due.under() != null) {
                new DestructionStore(handle)
                        .add(
                                due.under(),
                                caseload.referenceDate(),
                                due.cause(today),
                                By.commandLine().actor());
            }
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
