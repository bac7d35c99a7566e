/**
 * How long people are on their way: a network of streets, shortest ways on it by foot and by car, and straight lines where there
 * is none; and with public transport where a timetable is known. Sees places only, never people; start at {@link org.reentryatlas.travel.Travel}. The only user of GraphHopper.
 */
@NullMarked
package org.reentryatlas.travel;

import org.jspecify.annotations.NullMarked;
