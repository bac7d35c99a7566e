/**
 * Our own base map: streets, water, parks and outlines of the open reference tables, kept in memory and painted as pictures
 * in a palette for light, dark or paper. Start at {@link org.reentryatlas.basemap.MapPainter}, which paints any part of the
 * map with areas and marks above it, and {@link org.reentryatlas.basemap.BaseTileRoutes}, which serves it in tiles. It
 * reads nothing about people.
 */
@NullMarked
package org.reentryatlas.basemap;

import org.jspecify.annotations.NullMarked;
