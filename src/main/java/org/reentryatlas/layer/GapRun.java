package org.reentryatlas.layer;

import java.time.Instant;

/** A computation of service gaps over a release. */
record GapRun(String id, Instant madeAt) {}
