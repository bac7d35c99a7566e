package org.reentryatlas.layer;

/** Which features of a collection are asked for. */
record Page(Bbox bbox, int limit, int offset) {}
