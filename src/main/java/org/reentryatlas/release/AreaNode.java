package org.reentryatlas.release;

import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;

/**
 * An area of the set that is being released.
 *
 * @param parentId the area above, or null at the top
 * @param inhabited whether a residential address is known in it; true where no address reference is loaded
 */
record AreaNode(long id, Level level, String key, @Nullable Long parentId, boolean inhabited) {}
