package org.reentryatlas.upkeep;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody asked a city to clean up. */
public enum RequestKind {
    DUMPING,
    LITTER,
    /** Of a street, an alley or a sidewalk as a whole. */
    CLEANING,
    /** The collection of something too large for the bin, which its owner ordered. */
    BULK,
    GRAFFITI,
    WEEDS,
    OTHER;

    /** The kind with a code such as {@code dumping}. */
    public static Optional<RequestKind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The codes of all kinds. */
    public static List<String> codes() {
        return Stream.of(values()).map(RequestKind::code).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
