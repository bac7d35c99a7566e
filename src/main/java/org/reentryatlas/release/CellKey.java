package org.reentryatlas.release;

/** Where a published number stands: a measure in an area. */
record CellKey(String measure, long areaId) {}
