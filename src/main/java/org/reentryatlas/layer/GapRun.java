package org.reentryatlas.layer;

import java.time.Instant;

/**
 * A computation of service gaps over a release.
 *
 * @param credits who is to be named for the streets and timetables that it was made of; empty where nobody is
 */
record GapRun(String id, Instant madeAt, String credits) {}
