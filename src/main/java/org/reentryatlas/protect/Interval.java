package org.reentryatlas.protect;

/** The true counts that a published value leaves possible, both ends included. */
public record Interval(int low, int high) {}
