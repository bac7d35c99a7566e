package org.reentryatlas.basemap;

import java.util.Locale;
import java.util.stream.Stream;

/** What a street is for: how wide it is painted and from which scale on. The widest comes last, since it lies on top. */
enum StreetClass {
    PATH(15, 17, 0.8, 0.8, 0.8, 1.2, 2.2),
    LOCAL(12, 15.5, 0.4, 0.5, 1.3, 4.5, 12),
    COLLECTOR(11, 14.5, 0.5, 0.9, 2.4, 6.5, 15),
    ARTERIAL(8, 13.5, 0.9, 1.6, 3.4, 8.5, 18),
    HIGHWAY(8, 12.5, 1.2, 2.4, 4.6, 10, 22);

    /** The zooms that widths are stated for: between two of them they grow evenly. */
    private static final double FIRST_STATED = 10;

    private static final double STEP = 2;

    private final double leastZoom;
    private final double leastZoomOfName;

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final double[] widths;

    /**
     * A class.
     *
     * @param widths in pixels at the zooms 10, 12, 14, 16 and 18
     */
    StreetClass(double leastZoom, double leastZoomOfName, double... widths) {
        this.leastZoom = leastZoom;
        this.leastZoomOfName = leastZoomOfName;
        this.widths = widths;
    }

    /** The class with a code of the table; what has none is taken for a local street. */
    static StreetClass of(String code) {
        return Stream.of(values())
                .filter(found -> found.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElse(LOCAL);
    }

    boolean isPaintedAt(double zoom) {
        return zoom >= leastZoom;
    }

    boolean isNamedAt(double zoom) {
        return zoom >= leastZoomOfName;
    }

    /** The width in pixels of a picture that is not dense. */
    double width(double zoom) {
        double step = Math.max(0, Math.min(widths.length - 1.0, (zoom - FIRST_STATED) / STEP));
        int below = (int) Math.min(widths.length - 2.0, Math.floor(step));
        return widths[below] + (step - below) * (widths[below + 1] - widths[below]);
    }
}
