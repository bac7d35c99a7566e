package org.reentryatlas.layer;

/** What a published number counts. */
record Measure(String code, String title, String description) {}
