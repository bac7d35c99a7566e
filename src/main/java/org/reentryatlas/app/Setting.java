package org.reentryatlas.app;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A setting: its place in {@code atlas.yaml}, from which the name of its environment variable follows.
 *
 * @param path such as {@code server.port}; the variable is {@code ATLAS_SERVER_PORT}
 * @param fallback what holds when nobody sets it; null when it must be set by whoever needs it
 * @param secret whether its value is never printed
 * @param meaning for people, with the unit
 */
record Setting(String path, @Nullable String fallback, boolean secret, String meaning) {
    String variable() {
        return "ATLAS_"
                + path.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
