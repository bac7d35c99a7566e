/**
 * Who goes on which Accountability Tour, as pure mathematics: a supervision officer, who leads, and a police officer visit about ten
 * homes of one area in one slot. {@link org.reentryatlas.roster.Roster} is the public face; it takes areas, slots and officers of a
 * {@link org.reentryatlas.roster.RosterProblem} and answers with a {@link org.reentryatlas.roster.Plan}: the tours, how far each aim can be
 * from the best at most, and for each area that has fewer tours than it needs a reason that is true of the plan. Officers are codes; nothing
 * here knows a name or a home.
 */
@NullMarked
package org.reentryatlas.roster;

import org.jspecify.annotations.NullMarked;
