package org.reentryatlas.travel;

import java.util.Locale;

/** How people get about. */
public enum Mode {
    WALK(4.8),
    DRIVE(40),
    /** With public transport, and on foot to its stops and from them; only where there is a timetable. */
    TRANSIT(4.8);

    private static final double METRES_PER_KM = 1_000;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final double kmh;

    Mode(double kmh) {
        this.kmh = kmh;
    }

    /** As files and interfaces name it, such as {@code walk}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Kilometres an hour where no street says otherwise: on foot everywhere, also to and from stops; by car along a straight line. */
    public double kmh() {
        return kmh;
    }

    /** Seconds for so many metres at a speed in kilometres an hour. */
    static double seconds(double metres, double kmh) {
        return metres * SECONDS_PER_HOUR / (kmh * METRES_PER_KM);
    }
}
