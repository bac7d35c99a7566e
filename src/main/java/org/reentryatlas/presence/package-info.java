/**
 * What both agencies did together, by beat and month, and where officers have not been for long. {@link org.reentryatlas.presence.MeasureRoutes} tells what was done, {@link org.reentryatlas.presence.CoverageRoutes} shares the
 * hours of outreach patrols by need, and {@link org.reentryatlas.presence.OutcomeRoutes} takes what tours found, which it cannot read again. It reads the plans that
 * {@code outreach} keeps, published layers and boundaries, and nothing about people.
 */
@NullMarked
package org.reentryatlas.presence;

import org.jspecify.annotations.NullMarked;
