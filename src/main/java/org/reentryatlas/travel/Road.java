package org.reentryatlas.travel;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a street is for, and what follows from it for whoever is on it. The speeds hold where none is posted: 55, 35, 30 and 25
 * miles an hour, common limits of their classes in cities of the United States.
 */
public enum Road {
    HIGHWAY(89, false),
    ARTERIAL(56, true),
    COLLECTOR(48, true),
    LOCAL(40, true),
    /** Alleys, steps, footways: nobody drives through. */
    PATH(0, true);

    private final int kmh;
    private final boolean isWalked;

    Road(int kmh, boolean isWalked) {
        this.kmh = kmh;
        this.isWalked = isWalked;
    }

    /** The class with a code of the address reference; what has none is taken for a local street. */
    public static Road of(String code) {
        return Stream.of(values())
                .filter(road -> road.code().equals(code))
                .findFirst()
                .orElse(LOCAL);
    }

    /** Such as {@code arterial}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Kilometres an hour where no speed is posted; 0 where nobody drives. */
    public int kmh() {
        return kmh;
    }

    /** Whether people walk along it. */
    public boolean isWalked() {
        return isWalked;
    }
}
