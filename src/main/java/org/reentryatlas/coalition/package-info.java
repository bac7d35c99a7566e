/**
 * What a reentry coalition says of its own work, section by section, and how that changes over the years. {@link
 * org.reentryatlas.coalition.SelfAssessment} is what is written, {@link org.reentryatlas.coalition.SelfAssessmentService} what may be
 * done with it, and {@link org.reentryatlas.coalition.Progress} what follows. Bodies take part and not persons.
 */
@NullMarked
package org.reentryatlas.coalition;

import org.jspecify.annotations.NullMarked;
