package org.reentryatlas.release;

import org.jspecify.annotations.Nullable;
import org.reentryatlas.boundary.Level;

/**
 * An area that the release has numbers for, or another one of its date.
 *
 * @param parentId the area above, or null at the top
 * @param areaSet the set that it comes from, as files name it
 */
record AreaNode(long id, Level level, String key, @Nullable Long parentId, String areaSet) {}
