/**
 * Coordinate reference systems, geometry files, geometry checks and hexagons. The only room, beside the demo city's
 * generator, that knows JTS, and the only one that knows GeoTools and H3. Start at {@link org.reentryatlas.geo.Crs} and
 * {@link org.reentryatlas.geo.GeoJsonReader}.
 */
@NullMarked
package org.reentryatlas.geo;

import org.jspecify.annotations.NullMarked;
