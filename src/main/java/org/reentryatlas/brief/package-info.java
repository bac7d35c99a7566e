/**
 * A page and a printable brief of each area: its published numbers with their meaning, how they compare, and the services
 * that an officer can name to people, in English and Spanish and without a script. It reads what lies in memory and nothing
 * else; start at {@link org.reentryatlas.brief.BriefRoutes}.
 */
@NullMarked
package org.reentryatlas.brief;

import org.jspecify.annotations.NullMarked;
