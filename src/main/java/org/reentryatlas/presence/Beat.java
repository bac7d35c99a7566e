package org.reentryatlas.presence;

/**
 * An area of the police.
 *
 * @param level its code, {@code beat} where there are beats
 * @param geojson its shape as RFC 7946 has it, in WGS 84
 */
record Beat(String level, String key, String name, String geojson) {}
