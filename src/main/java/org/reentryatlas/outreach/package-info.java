/**
 * What agencies plan together on the same streets: clean-ups, gatherings, Accountability Tours and outreach patrols, from draft to
 * results, with one calendar. {@link org.reentryatlas.outreach.Plan} is what is written, {@link
 * org.reentryatlas.outreach.PlanService} what may be done with it. No plan names a person under supervision or a home.
 */
@NullMarked
package org.reentryatlas.outreach;

import org.jspecify.annotations.NullMarked;
