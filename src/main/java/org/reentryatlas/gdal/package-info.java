/**
 * GDAL's programs at work in processes of their own, which can neither bring this one down nor see its secrets; start at
 * {@link org.reentryatlas.gdal.Gdal}.
 */
@NullMarked
package org.reentryatlas.gdal;

import org.jspecify.annotations.NullMarked;
