/**
 * Timetables of public transport as feeds in GTFS bring them: what is kept of a feed, what is wrong with one, and what an edition
 * changes. Open reference data; start at {@link org.reentryatlas.transit.FeedStore}.
 */
@NullMarked
package org.reentryatlas.transit;

import org.jspecify.annotations.NullMarked;
