package org.reentryatlas.layer;

/** A kind of reentry service, as a legend names it. */
public record ServiceCategory(String code, String name, String description) {}
