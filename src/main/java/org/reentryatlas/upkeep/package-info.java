/**
 * The state of streets: what residents asked to be cleaned up and how blocks look, and where a clean-up is needed most. Open
 * reference data; start at {@link org.reentryatlas.upkeep.ConditionStore} and {@link org.reentryatlas.upkeep.Priority}.
 */
@NullMarked
package org.reentryatlas.upkeep;

import org.jspecify.annotations.NullMarked;
