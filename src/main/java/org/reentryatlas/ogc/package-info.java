/**
 * The data interface for GIS clients: OGC API – Features under {@code /ogc}, as JSON and as pages. Everything is answered from
 * the tables of package {@code layer}; start at {@link org.reentryatlas.ogc.OgcRoutes}.
 */
@NullMarked
package org.reentryatlas.ogc;

import org.jspecify.annotations.NullMarked;
