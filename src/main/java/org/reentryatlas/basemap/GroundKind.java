package org.reentryatlas.basemap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What lies on the ground, beside streets. */
public enum GroundKind {
    WATER,
    PARK;

    /** The kind with a code such as {@code water}. */
    public static Optional<GroundKind> find(String code) {
        return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The codes of all kinds. */
    public static List<String> codes() {
        return Stream.of(values()).map(GroundKind::code).toList();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
