package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.reentryatlas.address.HitRate;
import org.reentryatlas.address.Trial;
import org.reentryatlas.db.Database;
import org.reentryatlas.db.Role;
import org.reentryatlas.intake.GeocodeRun;
import org.reentryatlas.table.ReadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "geocode",
        description = {
            "Geocodes a file of public addresses against the loaded reference and prints what became of them.",
            "It is a trial of the reference, not a load: nothing is stored, and nothing leaves the machine."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class GeocodeCommand implements Callable<Integer> {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "the file of addresses, in any format that can be loaded")
    private Path file;

    @Option(names = "--address", paramLabel = "COLUMN", description = "column that holds the address")
    private @Nullable String address;

    @Option(names = "--city", paramLabel = "COLUMN", description = "column that holds the city")
    private @Nullable String city;

    @Option(names = "--zip", paramLabel = "COLUMN", description = "column that holds the ZIP code")
    private @Nullable String zip;

    @Option(names = "--id", paramLabel = "COLUMN", description = "column that goes into the answers as it is")
    private @Nullable String id;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN",
            description = "column that holds the identifier of the reference's right point; prints how many are right")
    private @Nullable String truth;

    @Option(names = "--report", description = "print the counts by method, too")
    private boolean detailed;

    @Option(names = "--out", paramLabel = "FILE", description = "write each row's answer to this CSV file")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Config config = atlas.config();
        GeocodeRun.Report report;
        try (Database database = Databases.open(config, Role.STEWARD);
                Progress progress = new Progress(
                        file.getFileName().toString(), spec.commandLine().getErr(), Progress.isTerminal())) {
            report = new GeocodeRun(database)
                    .run(new GeocodeRun.Request(file, ReadOptions.FOUND, mapping(), out, progress));
        }
        print(report, spec.commandLine().getOut());
        return 0;
    }

    private Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        put(mapping, "address", address);
        put(mapping, "city", city);
        put(mapping, "zip", zip);
        put(mapping, "id", id);
        put(mapping, "truth", truth);
        return mapping;
    }

    private static void put(Map<String, String> mapping, String field, @Nullable String column) {
        if (column != null) {
            mapping.put(field, column);
        }
    }

    private void print(GeocodeRun.Report report, PrintWriter out) {
        out.printf(Locale.ROOT, "%s: %d rows, %d of them unreadable%n", file, report.rows(), report.unreadable());
        Map<String, Long> byClass = new LinkedHashMap<>();
        report.counts().forEach(count -> byClass.merge(count.addressClass().code(), count.rows(), Long::sum));
        byClass.forEach((code, rows) -> {
            out.printf(Locale.ROOT, "  %-22s %8d%n", code, rows);
            if (detailed) {
                report.counts().stream()
                        .filter(count -> count.addressClass().code().equals(code))
                        .filter(count -> !count.method().isEmpty())
                        .forEach(count -> out.printf(Locale.ROOT, "    %-20s %8d%n", count.method(), count.rows()));
            }
        });
        HitRate rate = report.hitRate();
        out.printf(
                Locale.ROOT,
                "  hit rate %.2f %% of %d in the jurisdiction, %.2f %% of all %d%n",
                100 * rate.value(),
                rate.all() - rate.elsewhere(),
                100 * rate.ofAll(),
                rate.all());
        out.printf(Locale.ROOT, "  %.1f s, %.0f addresses/s%n", report.seconds(), rate.all() / report.seconds());
        report.trial().ifPresent(trial -> print(trial, out));
        out.flush();
    }

    private static void print(Trial trial, PrintWriter out) {
        out.printf(Locale.ROOT, "  rows whose right point is in the reference: %d%n", trial.known());
        out.printf(
                Locale.ROOT, "    matched   %8d  %.2f %%%n", trial.matched(), percent(trial.matched(), trial.known()));
        out.printf(
                Locale.ROOT,
                "    right     %8d  %.2f %% of the matched (the very point)%n",
                trial.sameId(),
                percent(trial.sameId(), trial.matched()));
        out.printf(
                Locale.ROOT,
                "    or a twin %8d  %.2f %% with these (another point with the same address)%n",
                trial.twin(),
                percent(trial.sameId() + trial.twin(), trial.matched()));
        out.printf(Locale.ROOT, "    wrong     %8d%n", trial.wrong());
        out.printf(Locale.ROOT, "    ambiguous %8d%n", trial.ambiguous());
        out.printf(Locale.ROOT, "    not found %8d%n", trial.notFound());
    }

    private static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
