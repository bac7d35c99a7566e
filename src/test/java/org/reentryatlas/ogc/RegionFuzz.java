package org.reentryatlas.ogc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.reentryatlas.geo.Crs;
import org.reentryatlas.http.ProblemException;

/** Any text as {@code bbox} in each system that is served, and as {@code datetime}: read, or a problem that does not repeat it. */
public final class RegionFuzz {
    private static final List<ServedCrs> SYSTEMS = ServedCrs.with(Crs.of("EPSG:32155"));

    private RegionFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        for (ServedCrs system : SYSTEMS) {
            read(text, () -> Region.parse(text, system));
        }
        read(text, () -> {
            Days days = Days.parse(text);
            if (days.last().isBefore(days.first())) {
                throw new AssertionError("days that end before they begin");
            }
        });
    }

    private static void read(String text, Runnable reading) {
        try {
            reading.run();
        } catch (ProblemException e) {
            if (text.length() > 12 && String.valueOf(e.getMessage()).contains(text)) {
                throw new AssertionError("the problem repeats the value", e);
            }
        }
    }
}
