package org.reentryatlas.protect;

/** The true counts that a published value leaves possible, both ends included. */
record Interval(int low, int high) {}
