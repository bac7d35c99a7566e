/**
 * Directories of services in HSDS (Human Services Data Specification): 3.0 and 3.1 as nested JSON and as tables, 1.x and 2.x
 * as tables. {@link org.reentryatlas.hsds.HsdsFile} tells whether a file is one and reads it;
 * {@link org.reentryatlas.hsds.HsdsExport} writes what is kept.
 */
@NullMarked
package org.reentryatlas.hsds;

import org.jspecify.annotations.NullMarked;
