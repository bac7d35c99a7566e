package org.reentryatlas.release;

import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;

/**
 * An area that the release has numbers for.
 *
 * @param parentId the area above, or null at the top
 */
record AreaNode(long id, Level level, String key, @Nullable Long parentId) {}
