/**
 * Pages that need no script, in English and Spanish: a page and a printable brief of each area, with its published numbers, how
 * they compare, and the services that an officer can name to people; the service directory; the resource and gap assessment;
 * and the texts that explain the map. It reads what lies in memory and nothing else; start at
 * {@link org.reentryatlas.brief.BriefRoutes}, for the assessment at {@link org.reentryatlas.brief.AssessmentRoutes}, for the
 * texts at {@link org.reentryatlas.brief.TextRoutes}.
 */
@NullMarked
package org.reentryatlas.brief;

import org.jspecify.annotations.NullMarked;
