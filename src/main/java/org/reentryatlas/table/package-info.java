/**
 * The rows of a file, whatever its format. Open one with {@link org.reentryatlas.table.Table#open}; each row gives values
 * by column and a geometry in the coordinates of the file. Nothing here knows what a row means.
 */
@NullMarked
package org.reentryatlas.table;

import org.jspecify.annotations.NullMarked;
