package org.reentryatlas.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.reentryatlas.geo.Box;
import org.reentryatlas.intake.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "inspect",
        description = {
            "Says what a file holds: rows, columns and how full they are, geometries, extent and coordinate reference system.",
            "Prints no values, for they may be about people. Needs no database and keeps nothing."
        },
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingOptions reading;

    @Override
    public Integer call() throws IOException {
        Inspection found;
        try (Progress progress = new Progress(
                reading.file().getFileName().toString(), spec.commandLine().getErr(), Progress.isTerminal())) {
            found = Inspection.of(reading.file(), reading.options(), progress);
        }
        print(found, spec.commandLine().getOut());
        return 0;
    }

    private static void print(Inspection found, PrintWriter out) {
        out.println("%d rows, %d columns"
                .formatted(found.rows(), found.filledByColumn().size()));
        found.notes().forEach(note -> out.println("  " + note));
        if (found.faults() > 0) {
            out.println("  %d rows cannot be read".formatted(found.faults()));
        }
        found.geometries().forEach((type, rows) -> out.println("  %s: %d".formatted(type, rows)));
        Box extent = found.extent();
        if (!extent.isEmpty()) {
            out.println("  extent: x %s to %s, y %s to %s"
                    .formatted(
                            number(extent.minX()),
                            number(extent.maxX()),
                            number(extent.minY()),
                            number(extent.maxY())));
            out.println("  coordinate reference system: "
                    + found.declaredCrs().orElse("not declared; say --crs when you load it"));
        }
        found.filledByColumn().forEach((column, rows) -> out.println("  column %s: %d filled".formatted(column, rows)));
        out.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 1000 ? "%.4f" : "%.0f", value);
    }
}
