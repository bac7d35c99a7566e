/**
 * Open reference data: the areas of a jurisdiction, as dated sets (vintages) of levels that nest. An
 * {@link org.reentryatlas.boundary.AreaSet} is stored whole and never changed, only followed by a newer one;
 * {@link org.reentryatlas.boundary.AreaSetStore} finds the one that was valid on a day.
 */
@NullMarked
package org.reentryatlas.boundary;

import org.jspecify.annotations.NullMarked;
