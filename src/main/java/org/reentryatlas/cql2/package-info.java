/**
 * Filters in CQL2 (OGC 21-065r2), text and JSON, for rows that are in memory. What somebody wrote becomes a tree of
 * {@link org.reentryatlas.cql2.Node}s, whose types {@link org.reentryatlas.cql2.Checker} checks and makes a
 * {@link org.reentryatlas.cql2.Condition} of. Start at {@link org.reentryatlas.cql2.Cql2}.
 */
@NullMarked
package org.reentryatlas.cql2;

import org.jspecify.annotations.NullMarked;
