package org.reentryatlas.provider;

/**
 * A kind of reentry service.
 *
 * @param isNeed whether a person's need of it may be stored; false for health facts and for supervision itself
 */
public record Category(String code, String name, String description, boolean isNeed) {}
