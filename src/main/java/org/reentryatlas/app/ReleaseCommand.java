package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.release.Overlay;
import org.reentryatlas.release.Release;
import org.reentryatlas.release.ReleaseService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "release",
        description = {
            "Publishes the protected numbers of a reference date, whole or not at all.",
            "Prints the exact account of the caseload, which is for the steward and not for publication."
        },
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AtlasCommand atlas;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "the reference date of the caseload, such as 2026-06-30")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private LocalDate asOf;

    @Option(
            names = "--below-gate",
            paramLabel = "REASON",
            description =
                    "publish even if fewer than 85 %% of the addresses were found, for this reason; it is published too")
    private @Nullable String belowGate;

    @Option(
            names = "--prepare",
            description = {
                "make it and publish nothing: a data steward and a privacy officer sign on the desk what was made,",
                "and the same command without --prepare publishes that, to the byte"
            })
    private boolean prepare;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "with --prepare, write the restricted report for the privacy officer too; .html or .pdf says as which of the two")
    private @Nullable Path report;

    @Override
    public Integer call() throws IOException {
        if (report != null && !prepare) {
            throw new ParameterException(
                    spec.commandLine(), "--report goes with --prepare; 'atlas report' writes that of a public release");
        }
        if (belowGate != null && belowGate.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--below-gate: give the reason in words; it is published");
        }
        Config config = atlas.config();
        PrintWriter err = spec.commandLine().getErr();
        try (Database database = Databases.open(config, Role.STEWARD)) {
            ReleaseService releases =
                    new ReleaseService(database, config.policy(), ReleaseFormats.of(config), config.twoPeople());
            if (prepare) {
                prepare(releases, config);
            } else {
                print(
                        releases.publish(asOf, belowGate, err::println),
                        spec.commandLine().getOut());
            }
        }
        return 0;
    }

    private void prepare(ReleaseService releases, Config config) throws IOException {
        ReportFile file = report == null ? null : ReportFile.at(report, false, "name another one");
        ReleaseService.Prepared prepared = releases.prepare(
                asOf,
                belowGate,
                account -> file == null ? null : file.draftOfPrepared(account, config.jurisdiction()),
                spec.commandLine().getErr()::println);
        if (file != null) {
            file.keep();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("release " + prepared.release().id() + " is prepared; nothing is published");
        out.println("  SHA-256 of its release.json, as the desk shows it: " + prepared.digest());
        if (report != null) {
            out.println("  " + report + ": its report (not for publication)");
        }
        account(prepared.release(), out);
    }

    static void print(Release release, PrintWriter out) {
        out.println(
                release.isNew()
                        ? "release " + release.id() + " is published"
                        : "release " + release.id() + " is public already with these very numbers: nothing changed");
        if (!release.jointWith().isEmpty()) {
            out.println("  protected together with what is public of the date in other boundaries: release "
                    + String.join(", ", release.jointWith()));
        }
        account(release, out);
    }

    private static void account(Release release, PrintWriter out) {
        out.println("  cells: " + release.cells());
        if (release.cells().keySet().stream().noneMatch(status -> status.endsWith(".shown"))) {
            int cells = release.cells().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            out.println("  no number can be shown: all " + cells + " are hidden or of areas where nobody lives");
        }
        out.println("  attacks withstood: " + release.demands());
        Overlay overlay = release.overlay();
        out.printf(
                Locale.ROOT,
                "  atoms: %d; pieces where nobody is known to live: %d (%.3f km²); people moved to the nearest atom: %d"
                        + " (not for publication)%n",
                overlay.atoms(),
                overlay.slivers(),
                overlay.squareMetres() / 1e6,
                overlay.moved());
        long rows = release.reconciliation().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        out.println("  rows of the caseload: " + rows + " = " + release.reconciliation() + " (not for publication)");
        out.flush();
    }
}
