package org.reentryatlas.release;

/** A measure in an atom. */
record AtomKey(String measure, long atomNo) {}
