/**
 * Listings of the service directory that seem to be the same one twice, for a person to look at: nothing is merged here.
 * {@link org.reentryatlas.duplicate.DuplicateFinder} proposes pairs, {@link org.reentryatlas.duplicate.Evidence} holds what
 * each likeness is worth and where that number comes from.
 */
@NullMarked
package org.reentryatlas.duplicate;

import org.jspecify.annotations.NullMarked;
