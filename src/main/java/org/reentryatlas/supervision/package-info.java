/**
 * The restricted room: caseload records, person by person. Only this package and {@code release} may name schema
 * {@code supervision} in SQL, and nothing that serves a page may import this package.
 */
@NullMarked
package org.reentryatlas.supervision;

import org.jspecify.annotations.NullMarked;
