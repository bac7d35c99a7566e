package org.reentryatlas.presence;

import org.jspecify.annotations.Nullable;

/**
 * An area of the police.
 *
 * @param level its code, {@code beat} where there are beats
 * @param geojson its shape as RFC 7946 has it, in WGS 84; null where nobody asked for it
 */
record Beat(String level, String key, String name, @Nullable String geojson) {}
